import type {ListingCard} from '../../../search/document-schema.ts';
import type {SearchPlace} from '../../../search/search-schema.ts';
import type {GivenService} from '../../domain/calls/closing-words.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {describeTimes} from '../results/describe-times.ts';
import {cardView} from '../results/card-view.ts';

/** A service beside a call: what a caller asks about it, in words. */
export interface NearView extends GivenService {
  href: string;
  organisation: string | null;
  summary: string;
  where: string;
  distance: string | null;
  cost: string;
  space: {words: string; isFull: boolean} | null;
  joining: string;
  times: string[];
  checked: {words: string; isStale: boolean};
}

/** What is near, as the page shows it. */
export interface BesideView {
  cards: NearView[];
  total: number;
  /** Keys of the needs the story speaks of. */
  needs: string[];
  /** 'RG12 1JX, Bracknell', or null when no place is known. */
  place: string | null;
  /** Nobody typed it: the story names it. */
  isPlaceTold: boolean;
  isPlaceUnknown: boolean;
}

/** @param today 'YYYY-MM-DD' */
export function nearView(
  card: ListingCard,
  seen: {place: SearchPlace | null; today: string; text: ServerText},
): NearView {
  const {href, name, organisation, summary, when, where, distance, cost, space, checked} = cardView(card, seen);
  return {
    id: card.id,
    href,
    name,
    organisation,
    summary,
    when,
    where,
    distance,
    cost,
    space,
    phone: card.phone,
    joining: joiningInWords(card),
    times: describeTimes(card.times, seen.text),
    checked,
  };
}

function joiningInWords({selfReferral, professionalReferral}: ListingCard): string {
  if (selfReferral && professionalReferral) return 'They can ask themselves, or you can refer them';
  if (selfReferral) return 'They can ask themselves';
  return professionalReferral ? 'They have to be referred' : 'Ask how to join';
}
