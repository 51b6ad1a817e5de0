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
  const keep = (field: Field) => typed.set(field, field.value);
  const hear = ({target}: Event) => (target as Element).matches(FIELDS) && keep(target as Field);
  for (const field of document.querySelectorAll<Field>(FIELDS)) if (field.value !== firstValue(field)) keep(field);
  addEventListener('input', hear, true);
  return () => {
    removeEventListener('input', hear, true);
    typed.forEach(putBack);
  };
}

function putBack(value: string, field: Field) {
  const place = 'selectionStart' in field && field.selectionStart;
  // React watches the property of the element itself, and hears only what differs from what it saw there last.
  field.value = firstValue(field);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
  if (typeof place === 'number') (field as HTMLInputElement).setSelectionRange(place, place);
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {bubbles: true}));
}

function firstValue(field: Field): string {
  if (!('options' in field)) return field.defaultValue;
  const {options} = field;
  return ([...options].find(({defaultSelected}) => defaultSelected) ?? options[0])?.value ?? '';
}
