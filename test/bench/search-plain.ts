/**
 * What a page would ask of Meilisearch without anything of our own in between: one search with the words as they were typed, the circle as a radius
 * (or what covers the place), the filters, and the counts beside them.
 */
import {clauseFilter} from '../../search/engines/engine-query.ts';
import {clausesOf} from '../../search/engines/filter-plan.ts';
import {PAGE_SIZE} from '../../search/search-schema.ts';
import type {RecordedSearch} from './search-recording.ts';

const METRES_PER_MILE = 1609.344;

/** Bodies for `/multi-search`, one request of one query for each search, to the index with `_geo`. */
export function plainSearches(indexUid: string, recorded: RecordedSearch[]): string[][] {
  return recorded.map(({request, place}) => {
    const query = {
      indexUid,
      q: request.q,
      filter: [...scopeOf(request.within, place), ...clauseFilter(clausesOf(request.filters))],
      facets: ['tokens'],
      attributesToRetrieve: ['number'],
      page: request.page,
      hitsPerPage: PAGE_SIZE,
    };
    return [JSON.stringify({queries: [query]})];
  });
}

function scopeOf(within: number | null, place: RecordedSearch['place']): string[] {
  if (!place || within === null) return [];
  const circle = `_geoRadius(${place.latitude}, ${place.longitude}, ${within * METRES_PER_MILE})`;
  return [place.areas.length > 0 ? `${circle} OR covers IN ${JSON.stringify(place.areas)}` : circle];
}
