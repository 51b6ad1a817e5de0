import {useFetchers, useRouteLoaderData, useSubmit} from '@remix-run/react';
import type {FormEvent} from 'react';

/** One key, so that a change that comes before the answer to the last one takes its place, and brings it along. */
export const SHORTLIST_KEY = 'shortlist';

/**
 * The numbers on the visitor's list, and a listener that changes it without leaving the page. Without scripts the same
 * forms are sent as they are. `stay` asks the action for an answer in place of a new page.
 */
export function useShortlist() {
  const submit = useSubmit();
  const pending = useFetchers().find(({key}) => key === SHORTLIST_KEY)?.formData;
  const saved = useRouteLoaderData<{shortlist: number[]}>('root')?.shortlist ?? [];
  const added = new Set(pending?.getAll('add').map(Number));
  const removed = new Set(pending?.getAll('remove').map(Number));
  const numbers = new Set([...saved, ...added].filter((number) => !removed.has(number)));

  const change = (event: FormEvent<HTMLElement>) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') !== '/shortlist') return;
    event.preventDefault();
    const pressed = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    const number = Number(pressed.get('number'));
    const isAdded = pressed.get('intent') === 'add';
    // What is still on its way is sent again: twice changes nothing more than once, and nothing gets lost.
    const fields = new FormData();
    fields.set('stay', '1');
    for (const each of isAdded ? [...added, number] : without(added, number)) fields.append('add', String(each));
    for (const each of isAdded ? without(removed, number) : [...removed, number]) fields.append('remove', String(each));
    submit(fields, {method: 'post', action: '/shortlist', navigate: false, fetcherKey: SHORTLIST_KEY});
  };
  return {numbers, change};
}

const without = (numbers: Set<number>, gone: number) => [...numbers].filter((number) => number !== gone);
