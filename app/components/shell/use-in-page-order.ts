import {useEffect, useState} from 'react';

/**
 * What has to be put right, by the ids of its fields, in the order in which the fields stand on the page: whoever goes
 * through the list goes down the page. Before the scripts are there, in the order it was found in.
 */
export function useInPageOrder(problems: Record<string, string | undefined>): [field: string, words: string][] {
  const found = Object.entries(problems).flatMap(([field, words]): [string, string][] =>
    words ? [[field, words]] : [],
  );
  const names = found.map(([field]) => field).join(' ');
  const [order, setOrder] = useState('');
  useEffect(() => {
    const fields = names.split(' ').filter((name) => name !== '');
    setOrder(fields.sort(byPlaceOnPage).join(' '));
  }, [names]);
  const places = order.split(' ');
  return found.sort(([one], [other]) => places.indexOf(one) - places.indexOf(other));
}

/** What is not on the page stays where it is. */
function byPlaceOnPage(one: string, other: string): number {
  const [a, b] = [document.getElementById(one), document.getElementById(other)];
  if (!a || !b || a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
