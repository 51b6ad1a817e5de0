import {isbot} from 'isbot';

/** False for programs that read the whole web, and for a page that a browser fetches ahead of a press that may never come. */
export const isAskedByAPerson = ({headers}: Request): boolean =>
  !isbot(headers.get('User-Agent')) &&
  !/prefetch|prerender/i.test(headers.get('Sec-Purpose') ?? headers.get('Purpose') ?? '');
