/**
 * Lets be what would need the network while there is none: the page stays, with all that was typed. Left to itself the browser
 * puts a page of its own in its place. Without scripts it does; going back then brings the page again.
 * @param tell told whether something was let be for want of a network
 * @returns how to stop
 */
export function keepOffline(tell: (isOffline: boolean) => void): () => void {
  const keep = (event: Event) => {
    if (navigator.onLine || !needsNetwork(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(true);
  };
  const hide = () => tell(false);
  // Before anybody else hears of it.
  for (const press of PRESSES) addEventListener(press, keep, true);
  addEventListener('online', hide);
  return () => {
    for (const press of PRESSES) removeEventListener(press, keep, true);
    removeEventListener('online', hide);
  };
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
