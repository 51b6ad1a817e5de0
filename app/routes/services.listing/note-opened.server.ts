import type {AppLoadContext} from '@remix-run/node';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Notes which search a listing was opened from (`?from=`). The page never waits for it, and never fails by it. */
export function noteOpened({search, log}: AppLoadContext, request: Request, serviceId: string): void {
  const searchId = new URL(request.url).searchParams.get('from');
  if (!searchId || !UUID.test(searchId)) return;
  search.recordOpen(searchId, serviceId).catch((error: unknown) => log.warn({err: error}, 'could not note an opening'));
}
