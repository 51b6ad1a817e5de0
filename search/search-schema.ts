import {z} from 'zod';
import {AGE_BANDS, DAYS, DAY_PARTS, DELIVERY, KINDS, type ListingCard} from './document-schema.ts';
import {frameInWords, frameOf, milesAround, readFrame, type Frame, type MapBounds} from './atlas/frame.ts';

export type {MapBounds} from './atlas/frame.ts';

/**
 * A search as the URL carries it. Everything is optional; what does not parse is left out rather than refused,
 * because a shared or mistyped link should still find help. Keys are checked for shape here and for meaning by what they match.
 */
export const WITHIN_MILES = [1, 2, 3, 5, 10, 15, 25] as const;
export const DEFAULT_WITHIN = 5;
export const PAGE_SIZE = 20;
export const SORTS = ['best', 'nearest', 'checked'] as const;

/** The filters with counts, in the order shown. `param` is the word in the URL. */
export const FACETS = [
  {facet: 'need', param: 'need'},
  {facet: 'kind', param: 'kind'},
  {facet: 'how', param: 'how'},
  {facet: 'day', param: 'day'},
  {facet: 'part', param: 'time'},
  {facet: 'cost', param: 'cost'},
  {facet: 'age', param: 'age'},
  {facet: 'audience', param: 'for'},
  {facet: 'access', param: 'access'},
  {facet: 'language', param: 'language'},
  {facet: 'joining', param: 'join'},
  {facet: 'space', param: 'space'},
] as const;
export type Facet = (typeof FACETS)[number]['facet'];

const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const VALUES: Record<Facet, z.ZodType<string>> = {
  need: key,
  kind: z.enum(KINDS),
  how: z.enum(DELIVERY),
  day: z.enum(DAYS),
  part: z.enum(DAY_PARTS),
  cost: z.enum(['free']),
  age: z.enum(AGE_BANDS.map((band) => band.key)),
  audience: key,
  access: key,
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** self: you can ask yourself; personal-budget, direct-payment: ways to pay. */
  joining: z.enum(['self', 'personal-budget', 'direct-payment']),
  space: z.enum(['now']),
};
/** Facets where choosing two means both must hold (step-free AND a hearing loop); in the rest either will do. */
export const ALL_MUST_HOLD: ReadonlySet<Facet> = new Set(['access', 'joining']);

export type Filters = Partial<Record<Facet, string[]>>;

export interface SearchRequest {
  /** What the person typed, trimmed, at most 200 characters. */
  q: string;
  /** Where, as typed; '' for anywhere in the area. */
  near: string;
  /** Miles; null means any distance. */
  within: number | null;
  /** What the map showed, where that is searched in place of a circle; of effect beside its own `near` only (see frame.ts). */
  frame?: Frame | null;
  filters: Filters;
  sort: (typeof SORTS)[number];
  page: number;
  /** Words whose spelling must be left as it is. It stands beside `q` only as long as the two are the same: new words are mended again. */
  exact: string;
}

/** Whether the words are to be found just as they were typed. */
export const isExact = ({q, exact}: SearchRequest): boolean => q !== '' && q === exact;

const text = (limit: number) => (value: string | null) => (value ?? '').replace(/\s+/g, ' ').trim().slice(0, limit);

/** Reads a search from the URL. Never throws; unknown parameters and values are ignored. */
export function parseSearch(params: URLSearchParams): SearchRequest {
  const filters: Filters = {};
  for (const {facet, param} of FACETS) {
    const values = [...new Set(params.getAll(param))].filter((value) => VALUES[facet].safeParse(value).success);
    if (values.length > 0) filters[facet] = values.slice(0, 20);
  }
  const near = text(80)(params.get('near'));
  const frame = readFrame(params.get('within') ?? '', near);
  const page = Number(params.get('page') ?? 1);
  const sort = params.get('sort') as SearchRequest['sort'];
  return {
    q: text(200)(params.get('q')),
    exact: text(200)(params.get('exact')),
    near,
    within: frame ? milesLike(frame) : readMiles(params.get('within')),
    frame,
    filters,
    sort: SORTS.includes(sort) ? sort : 'best',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

function readMiles(within: string | null): number | null {
  if (within === 'any') return null;
  return (WITHIN_MILES as readonly number[]).find((miles) => miles === Number(within)) ?? DEFAULT_WITHIN;
}

/** The distance on offer that comes nearest to a frame: how far is far in it, and what is left of it elsewhere. */
function milesLike({bounds}: Frame): number | null {
  const {west, south, east, north} = bounds;
  const middle = {latitude: (south + north) / 2, longitude: (west + east) / 2};
  const reach = milesAround(bounds, middle);
  return WITHIN_MILES.find((miles) => miles >= reach) ?? null;
}

/** Writes a search as URL parameters, leaving out what is the default, so that the same search has one address. */
export function searchParams(request: SearchRequest): URLSearchParams {
  const params = new URLSearchParams();
  if (request.q) params.set('q', request.q);
  if (isExact(request)) params.set('exact', request.exact);
  if (request.near) params.set('near', request.near);
  if (request.frame && frameOf(request)) params.set('within', frameInWords(request.frame));
  else if (request.within !== DEFAULT_WITHIN)
    params.set('within', request.within === null ? 'any' : String(request.within));
  for (const {facet, param} of FACETS) for (const value of request.filters[facet] ?? []) params.append(param, value);
  if (request.sort !== 'best') params.set('sort', request.sort);
  if (request.page > 1) params.set('page', String(request.page));
  return params;
}

/** Where a search is about, once the words in `near` are understood. */
export interface SearchPlace {
  /** As shown to the person: 'RG12 1JX, Bracknell'. */
  label: string;
  latitude: number;
  longitude: number;
  /** How exact: a unit postcode, the centre of a sector (RG12 1) or outcode (RG12), or a named place. */
  precision: 'postcode' | 'sector' | 'outcode' | 'place';
  outcode: string | null;
  /** Keys of the areas it lies in, smallest first: ['bracknell-forest', 'berkshire', 'england', 'uk']. */
  areas: string[];
}

export interface FacetCount {
  value: string;
  count: number;
}
export type Facets = Partial<Record<Facet, FacetCount[]>>;

/** One way on from too few results: the search to try, and how many it would find of what is asked for. */
export interface SearchSuggestion {
  kind: 'spelling' | 'wider' | 'drop-filter' | 'drop-words' | 'need' | 'everything';
  request: SearchRequest;
  count: number;
  /** The corrected words (spelling), the facet dropped (drop-filter) or the need key (need). */
  detail?: string;
}

export interface SearchAnswer {
  id: string;
  engine: 'meilisearch' | 'postgres';
  /** True when the fallback answered in place of the engine: results may be less good. */
  isDegraded: boolean;
  /** How much was found, with what is only beside it. */
  total: number;
  /** Numbers of what is not what was asked for, yet may help (see `finding/asked-for.ts`). Where little is, it stands last. */
  others: ReadonlySet<number>;
  page: number;
  pages: number;
  cards: ListingCard[];
  facets: Facets;
  /** Need keys recognised in the words. */
  needs: string[];
  /** The words with their spelling mended, as they were searched for; null when they were taken as typed. */
  mended: string | null;
  place: SearchPlace | null;
  suggestions: SearchSuggestion[];
}

/** How much of what was found is what was asked for. */
export const matchesIn = ({total, others}: Pick<SearchAnswer, 'total' | 'others'>): number => total - others.size;

/** Whether so little is what was asked for that ways on are offered. */
export const areFew = (found: Pick<SearchAnswer, 'total' | 'others'>): boolean => matchesIn(found) <= FEW_RESULTS;
const FEW_RESULTS = 3;

/** A dot on the map: one listing's place, or a cluster of them. */
export type MapFeature =
  | {type: 'listing'; number: number; slug: string; name: string; latitude: number; longitude: number}
  | {type: 'cluster'; count: number; latitude: number; longitude: number; expansionZoom: number; numbers?: number[]};

export interface MapAnswer {
  /** Every matching listing, wherever the map looks: as many as the list has. */
  total: number;
  /** Those of them that have no place to show: helplines and what comes to you. */
  withoutPlace: number;
  bounds: MapBounds | null;
  features: MapFeature[];
}
