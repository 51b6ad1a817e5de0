import {useEffect, type RefObject} from 'react';
import type {DraftKeeper} from './draft-keeper.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Ties every field of a form to its keeper. The browser keeps the words, so that no work of ours stands between a letter and
 * the screen; what comes from elsewhere is put in only while nobody is in the field.
 * @param isKept which names are kept; the hidden fields of a form are not
 */
export function useKeptForm(
  form: RefObject<HTMLFormElement>,
  keeper: DraftKeeper,
  isKept: (name: string) => boolean,
): void {
  useEffect(() => {
    const element = form.current!;
    const controls = () => [...element.elements].filter((one): one is Control => isControl(one) && isKept(one.name));
    const take = (control: Control) => {
      const value = valueOf(control);
      if (value !== null) keeper.type(control.name, value);
    };
    const typed = ({target}: Event) => {
      if (isControl(target) && isKept(target.name)) take(target);
    };
    const put = () => {
      for (const control of controls()) {
        if (!keeper.knows(control.name)) continue;
        if (control !== document.activeElement || isTicked(control)) putIn(control, keeper.value(control.name));
      }
    };
    // Typed before the scripts had come. What a field begins with is nothing that anybody typed.
    for (const control of controls()) if (!isAsMade(control)) take(control);
    element.addEventListener('input', typed);
    element.addEventListener('change', typed);
    const stop = keeper.subscribe(put);
    // For whoever looks for a fault, and for tests: from here on the page keeps itself.
    element.dataset.ready = '';
    return () => {
      stop();
      element.removeEventListener('input', typed);
      element.removeEventListener('change', typed);
    };
  }, [form, keeper, isKept]);
}

const isControl = (one: unknown): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** Whether a field stands as the page was made. */
function isAsMade(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].every((option) => option.selected === option.defaultSelected);
  return isTicked(control) ? control.checked === control.defaultChecked : control.value === control.defaultValue;
}

/** What a field holds; null for one of several of a name that is not chosen. */
function valueOf(control: Control): string | null {
  if (!isTicked(control)) return control.value;
  if (control.checked) return control.value;
  return control.type === 'radio' ? null : '';
}

function putIn(control: Control, value: string) {
  if (isTicked(control)) control.checked = control.value === value;
  else if (control.value !== value) control.value = value;
}
