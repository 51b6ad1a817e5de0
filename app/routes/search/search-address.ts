import {searchParams, type Facet, type SearchRequest} from '../../../search/search-schema.ts';

export type View = 'list' | 'map';

/** The address of a search. */
export function searchHref(request: SearchRequest, view: View = 'list'): string {
  const params = searchParams(request);
  if (view === 'map') params.set('view', 'map');
  const query = params.toString();
  return query ? `/search?${query}` : '/search';
}

/** The same search from its first page, with some of it changed. */
export function changed(request: SearchRequest, change: Partial<SearchRequest>): SearchRequest {
  return {...request, page: 1, ...change};
}

/** The same search without one value of one filter. */
export function withoutFilter(request: SearchRequest, facet: Facet, value: string): SearchRequest {
  const values = (request.filters[facet] ?? []).filter((each) => each !== value);
  const {[facet]: _, ...others} = request.filters;
  return changed(request, {filters: values.length > 0 ? {...others, [facet]: values} : others});
}
