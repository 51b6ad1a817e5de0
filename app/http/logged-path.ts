/** What stands behind a private link: the address is the key. */
const PRIVATE =
  /^(\/+(?:set-password|answer|calendar|letter|onward|plan|private|wallboard|refer\/+(?:back|checked))\/+).*/i;

export const isPrivatePath = (path: string): boolean => PRIVATE.test(path);

/** The path of an address as a log may hold it: without the query, and without the secret of a link sent to someone. */
export const loggedPath = (url: string): string => (url.split('?')[0] ?? '').replace(PRIVATE, '$1…');
