import type {LoaderFunctionArgs} from '@remix-run/node';
import {parseSearch} from '../../../search/search-schema.ts';
import type {MapData} from '../../components/map/map-data.ts';
import {understandWhere} from '../../domain/directory/search-directory.server.ts';
import {areaOfView} from '../../domain/map/area-of-view.server.ts';
import {readMapWindow} from '../../domain/map/map-window.ts';
import {listPlacesInView} from '../../domain/map/places-in-view.server.ts';

export const handle = {door: 'directory'};

const EVERYTHING = {...parseSearch(new URLSearchParams()), within: null};

/** What the map shows for a search: the same parameters as `/search`, and `bbox` and `zoom`. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const {search, places, sql} = context;
  const params = new URL(request.url).searchParams;
  const view = readMapWindow(params);
  const {asked, found} = await understandWhere(context, parseSearch(params));
  const [answer, named, area] = await Promise.all([
    search.map(asked, found?.ok ? found.place : null, view),
    view.bounds ? listPlacesInView(sql, view.bounds) : [],
    view.bounds ? areaOfView(sql, view.bounds, (words) => places.find(words)) : null,
  ]);
  // Nothing found says nothing of where to look: then the map shows where the directory is about.
  const bounds = answer.bounds ?? (await search.map(EVERYTHING, null, view)).bounds;
  const data: MapData = {...answer, bounds, places: named, area};
  return Response.json(data, {headers: {'Cache-Control': 'private, max-age=30'}});
}
