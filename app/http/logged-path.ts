/** The path of an address as a log may hold it: without the query, and without the secret of a link sent to someone. */
export const loggedPath = (url: string): string =>
  (url.split('?')[0] ?? '').replace(
    /^(\/+(?:set-password|answer|calendar|letter|onward|plan|private|wallboard|refer\/+(?:back|checked))\/+).*/i,
    '$1…',
  );
