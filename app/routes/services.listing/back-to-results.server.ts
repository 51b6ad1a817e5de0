import {localPath} from '../../http/local-path.server.ts';

/** The results a visitor came from, so that the way back keeps their search; null when they came from elsewhere. */
export function backToResults(request: Request): string | null {
  const path = localPath(request);
  return /^\/search(\?|$)/.test(path) ? path : null;
}
