import type {LoaderFunctionArgs} from '@remix-run/node';
import {isWithinRate} from '../../http/rate-limits.server.ts';

export const handle = {door: 'directory'};

const LONGEST = 80;

/** Suggestions for what is being typed. */
export async function loader({request, context}: LoaderFunctionArgs) {
  // The box goes on without suggestions: whoever types can still search.
  if (!(await isWithinRate('suggestions', context.address)))
    return Response.json([], {status: 429, headers: {'Cache-Control': 'no-store'}});
  const words = (new URL(request.url).searchParams.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const found = words.length > 1 ? await context.search.suggest(words) : [];
  const suggestions = found.map(({kind, label, key}) =>
    kind === 'listing' && key ? {kind, label, href: `/services/${encodeURIComponent(key)}`} : {kind, label},
  );
  return Response.json(suggestions, {headers: {'Cache-Control': 'private, max-age=60'}});
}
