import type {ISql} from '../../../db/client.ts';
import {placeMapView, type PlaceMapView} from '../../components/map/place-map-view.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import {listPlacesAround} from '../../domain/map/places-around.server.ts';
import type {ServerText} from '../../i18n/en-server.ts';

/** A drawing of where a listing happens; null for what has no place to go to. */
export async function placeMapOf(sql: ISql, {places}: Listing, text: ServerText): Promise<PlaceMapView | null> {
  const points = places.flatMap(({isVirtual, latitude, longitude}) =>
    isVirtual || latitude === null || longitude === null ? [] : [{latitude, longitude}],
  );
  return points.length > 0 ? placeMapView(points, await listPlacesAround(sql, points), text) : null;
}
