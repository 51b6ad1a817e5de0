import type {LoaderFunctionArgs} from '@remix-run/node';

export const handle = {door: 'directory'};

const LONGEST = 80;

/** Suggestions for what is being typed. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const found = words.length > 1 ? await context.search.suggest(words) : [];
  const suggestions = found.map(({kind, label, key}) =>
    kind === 'listing' && key ? {kind, label, href: `/services/${encodeURIComponent(key)}`} : {kind, label},
  );
  return Response.json(suggestions, {headers: {'Cache-Control': 'private, max-age=60'}});
}
