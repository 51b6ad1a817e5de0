/**
 * The search side as the rest of the house uses it. Built once at start (see `search/create-search.ts`) and handed to
 * routes in the load context.
 */
import type {MapAnswer, MapBounds, SearchAnswer, SearchPlace, SearchRequest} from './search-schema.ts';
import type {ListingCard} from './document-schema.ts';
import type {BesideAsk} from './finding/beside-call.ts';

export interface Suggestion {
  kind: 'need' | 'listing' | 'type' | 'words';
  /** What is shown and put in the box. */
  label: string;
  /** For a need: its key; for a listing: its slug. */
  key?: string;
}

export interface SearchService {
  /** Answers a search. Never throws for an engine that is down: the PostgreSQL fallback answers and says so. What is not counted leaves no trace in the log of searches. */
  search(request: SearchRequest, place: SearchPlace | null, isCounted?: boolean): Promise<SearchAnswer>;
  /** Every match on the map, clustered for `zoom` within `view` (all when absent). */
  map(request: SearchRequest, place: SearchPlace | null, view: {bounds?: MapBounds; zoom: number}): Promise<MapAnswer>;
  /** Up to 8 suggestions while typing. */
  suggest(words: string): Promise<Suggestion[]>;
  /** Cards by listing number, in the order asked; unknown ones are left out. For the shortlist. */
  cards(numbers: number[], place?: SearchPlace | null): Promise<ListingCard[]>;
  /** Listings near to and like this one. */
  related(serviceId: string): Promise<{nearby: ListingCard[]; similar: ListingCard[]}>;
  /** What is near for a call that is being taken, and the needs its story speaks of. Nothing of it is noted. */
  beside(ask: BesideAsk, most: number): Promise<{cards: ListingCard[]; total: number; needs: string[]}>;
  /** Notes without identity that a listing was opened from a search. */
  recordOpen(searchId: string, serviceId: string): Promise<void>;
  health(): Promise<{engine: 'up' | 'down' | 'none'; outbox: number; lagSeconds: number}>;
  close(): Promise<void>;
}
