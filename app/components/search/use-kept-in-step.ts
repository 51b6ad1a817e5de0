import {useEffect, useRef} from 'react';

/**
 * A form field that people change freely, and that follows the search when it changes by other means: a chip taken
 * away, Back, a form that the browser filled in from memory. The field is never replaced, so it keeps the focus.
 */
export function useKeptInStep<T extends HTMLInputElement | HTMLSelectElement>(value: string | boolean) {
  const field = useRef<T>(null);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    if (typeof value === 'string') element.value = value;
    else if (element instanceof HTMLInputElement) element.checked = value;
  }, [value]);
  return field;
}
