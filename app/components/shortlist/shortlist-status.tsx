import {useFetcher} from '@remix-run/react';
import {SHORTLIST_KEY} from './use-shortlist.ts';

/** Says after each change how many things are on the list, for those who do not see the number; that it is full, to all. */
export function ShortlistStatus() {
  const {data} = useFetcher<{said: string; isFull: boolean}>({key: SHORTLIST_KEY});
  return (
    <div role="status" className={data?.isFull ? 'list-notice' : 'nhsuk-u-visually-hidden'}>
      {data?.said}
    </div>
  );
}
