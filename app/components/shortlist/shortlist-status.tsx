import {useFetcher} from '@remix-run/react';
import {useText} from '../../i18n/text-context.tsx';
import {SHORTLIST_KEY} from './use-shortlist.ts';

/** Says how many things are on the list after each change, for those who do not see the number; that it is full, to all. */
export function ShortlistStatus() {
  const {shortlist: text} = useText();
  const {data} = useFetcher<{shortlist: number[]; isFull: boolean}>({key: SHORTLIST_KEY});
  return (
    <div role="status" className={data?.isFull ? 'list-notice' : 'nhsuk-u-visually-hidden'}>
      {data && (data.isFull ? text.full : text.announce(data.shortlist.length))}
    </div>
  );
}
