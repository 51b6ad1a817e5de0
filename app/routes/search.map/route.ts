import type {LoaderFunctionArgs} from '@remix-run/node';
import {parseSearch} from '../../../search/search-schema.ts';
import type {MapData} from '../../components/map/map-data.ts';
import {areaOfView} from '../../domain/map/area-of-view.server.ts';
import {readMapWindow} from '../../domain/map/map-window.ts';
import {listPlacesInView} from '../../domain/map/places-in-view.server.ts';

/** What the map shows for a search: the same parameters as `/search`, and `bbox` and `zoom`. */
export async function loader({request, context: {search, places, sql}}: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const asked = parseSearch(params);
  const view = readMapWindow(params);
  const found = asked.near ? await places.find(asked.near) : null;
  const [answer, named, area] = await Promise.all([
    search.map(asked, found?.ok ? found.place : null, view),
    view.bounds ? listPlacesInView(sql, view.bounds) : [],
    view.bounds ? areaOfView(sql, view.bounds, (words) => places.find(words)) : null,
  ]);
  const data: MapData = {...answer, places: named, area};
  return Response.json(data, {headers: {'Cache-Control': 'private, max-age=30'}});
}
