import type {LoaderFunctionArgs} from '@remix-run/node';
import type {MapName} from '../../components/map/map-data.ts';

export const handle = {door: 'directory'};

/** As many as the search side reads at once. */
const MOST = 100;

/** Names of the listings inside one cluster: `?n=12&n=45`. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.getAll('n').map(Number);
  const numbers = [...new Set(typed)].filter((number) => Number.isInteger(number) && number > 0 && number < 2 ** 31);
  const cards = await context.search.cards(numbers.slice(0, MOST));
  const names: MapName[] = cards.map(({number, slug, name}) => ({number, slug, name}));
  return Response.json(names, {headers: {'Cache-Control': 'private, max-age=60'}});
}
