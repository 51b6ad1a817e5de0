import {useFetcher, useRouteLoaderData} from '@remix-run/react';
import type {FormEvent} from 'react';

/**
 * The numbers on the visitor's list, and a listener that changes it without leaving the page. Without scripts the same
 * forms are sent as they are. `stay` asks the action for an answer in place of a new page.
 */
export function useShortlist() {
  const fetcher = useFetcher();
  const saved = useRouteLoaderData<{shortlist: number[]}>('root')?.shortlist ?? [];
  const numbers = new Set(saved);
  const pending = Number(fetcher.formData?.get('number'));
  if (pending && fetcher.formData?.get('intent') === 'add') numbers.add(pending);
  else if (pending) numbers.delete(pending);

  const change = (event: FormEvent<HTMLElement>) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') !== '/shortlist') return;
    event.preventDefault();
    const fields = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    fields.set('stay', '1');
    fetcher.submit(fields, {method: 'post', action: '/shortlist'});
  };
  return {numbers, change};
}
