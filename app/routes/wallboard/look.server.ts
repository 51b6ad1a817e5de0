/** A look at a wallboard, for its page and for what the page asks while it hangs there. */
import type {LoaderFunctionArgs} from '@remix-run/node';
import {readWallboard} from '../../domain/wallboard/read-wallboard.server.ts';
import {viewWallboard, type WallboardView} from '../../domain/wallboard/wallboard-view.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';

/** The address is the key: it must not travel on, be kept, or be found by a search engine. */
export const WALLBOARD_HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex, nofollow',
};

type Look =
  | {state: 'open'; status: 200; board: WallboardView}
  | {state: 'ended' | 'unknown' | 'too many'; status: 410 | 404 | 429; board: null};

export async function lookAtWallboard({
  params,
  context,
}: Pick<LoaderFunctionArgs, 'params' | 'context'>): Promise<Look> {
  if (!(await isWithinRate('wallboard', context.address))) return {state: 'too many', status: 429, board: null};
  const {hideUpTo} = context.config.figures.smallNumbers;
  const now = new Date();
  const seen = await readWallboard(context.sql, params.token ?? '', now);
  if (seen.state === 'unknown') return {state: 'unknown', status: 404, board: null};
  if (seen.state === 'ended') return {state: 'ended', status: 410, board: null};
  return {state: 'open', status: 200, board: viewWallboard(seen.counts, now, hideUpTo)};
}
