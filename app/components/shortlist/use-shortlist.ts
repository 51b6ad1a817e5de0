import {useFetchers, useRouteLoaderData, useSubmit} from '@remix-run/react';
import type {FormEvent} from 'react';

/** One key, so that a second change waits for no answer to the first and both are known by their form. */
export const SHORTLIST_KEY = 'shortlist';

/**
 * The numbers on the visitor's list, and a listener that changes it without leaving the page. Without scripts the same
 * forms are sent as they are. `stay` asks the action for an answer in place of a new page.
 */
export function useShortlist() {
  const submit = useSubmit();
  const pending = useFetchers().find(({key}) => key === SHORTLIST_KEY)?.formData;
  const saved = useRouteLoaderData<{shortlist: number[]}>('root')?.shortlist ?? [];
  const numbers = new Set(saved);
  const changed = Number(pending?.get('number'));
  if (changed && pending?.get('intent') === 'add') numbers.add(changed);
  else if (changed) numbers.delete(changed);

  const change = (event: FormEvent<HTMLElement>) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') !== '/shortlist') return;
    event.preventDefault();
    const fields = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    fields.set('stay', '1');
    submit(fields, {method: 'post', action: '/shortlist', navigate: false, fetcherKey: SHORTLIST_KEY});
  };
  return {numbers, change};
}
