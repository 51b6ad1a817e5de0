import {localPath} from '../../http/local-path.server.ts';

/**
 * Without scripts a change of the list goes back to the page it came from, to the card that was pressed. After keeping a
 * shared list, and when the list is full, the list itself is what one wants to see.
 */
export function whereToNext(request: Request, form: FormData, isFull: boolean): string {
  if (isFull) return '/shortlist?full';
  if (form.has('to-list') || !request.headers.has('Referer')) return '/shortlist';
  const number = String(form.get('number') ?? '');
  return /^[1-9]\d{0,8}$/.test(number) ? `${localPath(request)}#listing-${number}` : localPath(request);
}
