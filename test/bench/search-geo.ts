/** The plain way to ask for a circle: the same documents with `_geo`, and `_geoRadius` in place of our cells. */
import type {Sql} from '../../db/client.ts';
import {CellIndex, type Cover} from '../../search/atlas/cell-index.ts';
import type {LatLng} from '../../search/atlas/distance.ts';
import {connectMeili, listingsSettings, type EngineDocument} from '../../search/engines/engine.ts';
import {renewListings} from '../../search/index/listing-store.ts';
import {loadVocabulary} from '../../search/understanding/vocabulary.ts';
import {makeRecordingSearch, recordSearches, type EngineAccess} from './search-recording.ts';

const METRES_PER_MILE = 1609.344;
const BATCH = 1000;

/** Fills the second index. `_geo` holds one position, so a listing with two places is found by its first. */
export async function buildGeoIndex(sql: Sql, access: EngineAccess, prefix: string): Promise<{ms: number}> {
  const engine = connectMeili({...access, prefix});
  const own = listingsSettings(await loadVocabulary(sql));
  const filterable = [...(own.filterableAttributes ?? []), '_geo'] as typeof own.filterableAttributes;
  await engine.client.createIndex(engine.listings.uid, {primaryKey: 'number'}).waitTask();
  await engine.listings.updateSettings({...own, filterableAttributes: filterable}).waitTask();
  const started = performance.now();
  let last: {taskUid: number} | null = null;
  for (let after = 0; ;) {
    const rows = await sql<{id: string; number: number; lat: number | null; lng: number | null}[]>`
      select service_id as id, number, latitudes[1] as lat, longitudes[1] as lng
      from listings
      where number > ${after} and is_listed
      order by number
      limit ${BATCH}
    `;
    if (rows.length === 0) break;
    after = rows.at(-1)!.number;
    const places = new Map(rows.map((row) => [row.number, row]));
    const {put} = await renewListings(
      sql,
      rows.map(({id}) => id),
    );
    const documents = put.map((document) => withGeo(document, places.get(document.number)));
    last = await engine.listings.addDocuments(documents, {primaryKey: 'number'});
  }
  const done = last && (await engine.client.tasks.waitForTask(last.taskUid, {timeout: 600_000}));
  if (done?.status !== 'succeeded') throw new Error(`second index: ${done?.error?.message ?? 'no documents'}`);
  return {ms: performance.now() - started};
}

function withGeo(document: EngineDocument, at: {lat: number | null; lng: number | null} | undefined): EngineDocument {
  const {lat, lng} = at ?? {};
  return lat == null || lng == null ? document : ({...document, _geo: {lat, lng}} as EngineDocument);
}

/** What would be asked of Meilisearch for the same searches in the plain way: all as on the site, but for how a circle is said. */
export async function recordGeoSearches(
  sql: Sql,
  access: EngineAccess,
  prefix: string,
  queries: string[],
): Promise<string[][]> {
  const usual = {cover: CellIndex.prototype.cover, touching: CellIndex.prototype.touching};
  // One made-up cell says what the circle is; it is written as a radius on its way out.
  const circle = ({latitude, longitude}: LatLng, miles: number) => [
    `circle ${latitude} ${longitude} ${miles * METRES_PER_MILE}`,
  ];
  CellIndex.prototype.cover = (centre: LatLng, miles: number): Cover => ({cells: circle(centre, miles), numbers: []});
  CellIndex.prototype.touching = circle;
  const recording = await makeRecordingSearch(sql, access, prefix, (body) =>
    body.replace(/cells IN \[\\"circle (\S+) (\S+) ([^\\]+)\\"\]/g, '_geoRadius($1, $2, $3)'),
  );
  try {
    const recorded = await recordSearches(sql, recording, queries);
    return recorded.map(({asked}) => asked);
  } finally {
    Object.assign(CellIndex.prototype, usual);
    await recording.search.close();
  }
}

/** How long the engine takes to put one changed document, in milliseconds, several times. */
export async function updateTimes(sql: Sql, access: EngineAccess, prefix: string, isGeo: boolean): Promise<number[]> {
  const engine = connectMeili({...access, prefix});
  const rows = await sql<{id: string; number: number; lat: number | null; lng: number | null}[]>`
    select service_id as id, number, latitudes[1] as lat, longitudes[1] as lng
    from listings
    where is_listed and cardinality(latitudes) > 0
    order by md5(service_id::text)
    limit 5
  `;
  const times: number[] = [];
  for (const row of rows) {
    const {put} = await renewListings(sql, [row.id]);
    const changed = put.map((document) => ({
      ...document,
      summary: `${document.summary} Now with tea at ${times.length + 3}.`,
    }));
    const documents = isGeo ? changed.map((document) => withGeo(document, row)) : changed;
    const started = performance.now();
    await engine.listings.addDocuments(documents, {primaryKey: 'number'}).waitTask({interval: 5, timeout: 60_000});
    times.push(performance.now() - started);
    await engine.listings
      .addDocuments(isGeo ? put.map((document) => withGeo(document, row)) : put)
      .waitTask({timeout: 60_000});
  }
  return times;
}
