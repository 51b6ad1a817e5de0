import {useEffect, useRef, type MouseEvent} from 'react';

/**
 * For the summary of what has to be put right: it takes the focus, so that it is read out. In a page that came with it
 * the browser gives it the focus at once (`autofocus`, also without scripts), and nothing is done when the scripts
 * arrive: by then somebody may be typing, and a word typed while the focus moves is lost.
 *
 * @param problems changes with each answer, and with nothing else
 * @returns what to spread on the element
 */
export function useSummaryFocus<Element extends HTMLElement>(problems: unknown) {
  const ref = useRef<Element>(null);
  useEffect(() => {
    const box = ref.current;
    // React writes the attribute on the server only: it tells a summary that came with the page.
    if (box?.autofocus) box.autofocus = false;
    else box?.focus();
  }, [problems]);
  return {ref, tabIndex: -1, autoFocus: true, onClick: leadToField};
}

/**
 * Moves the focus to the field that a link of the summary names, with its question in view. Left to the browser the address
 * would change; Remix takes that for another page, and all that was said of the form would be gone.
 */
function leadToField(event: MouseEvent<HTMLElement>) {
  const link = (event.target as HTMLElement).closest('a');
  const field = link && (document.getElementById(link.hash.slice(1)) as HTMLInputElement | null);
  if (!field) return;
  event.preventDefault();
  // Folded away by hand since.
  field.closest('details')?.setAttribute('open', '');
  const question = field.closest('fieldset')?.querySelector('legend') ?? field.labels?.[0] ?? field;
  question.scrollIntoView();
  field.focus({preventScroll: true});
}
