import {useEffect, useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';

/**
 * Where there is no network, what would need it is let be and said: the page stays, with all that was typed. Left to itself
 * the browser puts a page of its own in its place. Without scripts it does; going back then brings the page again.
 */
export function OfflineNotice() {
  const {offline} = useText().shell;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const keep = (event: Event) => {
      if (navigator.onLine || !needsNetwork(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setShown(true);
    };
    const hide = () => setShown(false);
    // Before anybody else hears of it.
    for (const press of PRESSES) addEventListener(press, keep, true);
    addEventListener('online', hide);
    return () => {
      for (const press of PRESSES) removeEventListener(press, keep, true);
      removeEventListener('online', hide);
    };
  }, []);
  return (
    <div role="status" className={isShown ? 'list-notice' : 'nhsuk-u-visually-hidden'}>
      {isShown && offline}
    </div>
  );
}

const PRESSES = ['submit', 'click', 'change'];

/** A form that is sent, a link to another page of this site, a filter that is applied as it is chosen. */
function needsNetwork({type, target}: Event): boolean {
  if (type === 'submit') return true;
  if (!(target instanceof Element)) return false;
  if (type === 'change') return target.getAttribute('form') !== null;
  const link = target.closest('a');
  return link !== null && link.origin === location.origin && !isOnThisPage(link);
}

const isOnThisPage = ({pathname, search, hash}: HTMLAnchorElement) =>
  hash !== '' && pathname === location.pathname && search === location.search;
