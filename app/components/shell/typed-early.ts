type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const FIELDS = 'input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), select, textarea';

/**
 * Keeps what somebody types and chooses before the scripts have taken the page over. React 18 puts the first value back
 * into every list and every text of several lines while it does that, and hears of nothing that was typed before.
 *
 * @returns to be called when the page is taken over: puts back what was lost, and tells the page what was typed
 */
export function keepTypedEarly(): () => void {
  const typed = new Map<Field, string>();
  for (const field of document.querySelectorAll<Field>(FIELDS)) if (isTouched(field)) typed.set(field, field.value);
  const keep = ({target}: Event) => {
    if (target instanceof Element && target.matches(FIELDS)) typed.set(target as Field, (target as Field).value);
  };
  addEventListener('input', keep, true);
  return () => {
    removeEventListener('input', keep, true);
    for (const [field, value] of typed) if (field.isConnected) putBack(field, value);
  };
}

function putBack(field: Field, value: string) {
  const place = 'selectionStart' in field ? field.selectionStart : null;
  // React watches the property of the element itself, and hears only what differs from what it saw there last.
  field.value = firstValue(field);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
  if (place !== null && 'setSelectionRange' in field) field.setSelectionRange(place, place);
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {bubbles: true}));
}

const isTouched = (field: Field) => field.value !== firstValue(field);

function firstValue(field: Field): string {
  if (!('options' in field)) return field.defaultValue;
  const options = [...field.options];
  return (options.find(({defaultSelected}) => defaultSelected) ?? options[0])?.value ?? '';
}
