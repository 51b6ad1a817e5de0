import {type SearchPlace} from '../../../search/search-schema.ts';

/** A place that may have been meant: what to show, and the words to put in the box. */
export interface PlaceSuggestion {
  label: string;
  near: string;
}

/**
 * Where the words are, with other places that are called the same, or the places they may have meant (none when nothing comes close).
 */
export type PlaceFound =
  {ok: true; place: SearchPlace; namesakes?: PlaceSuggestion[]} | {ok: false; didYouMean: PlaceSuggestion[]};

/** 'Great Hollands, Bracknell'; a town stands alone. */
export function labelOfPlace(place: {name: string; within: string | null}): string {
  return place.within ? `${place.name}, ${place.within}` : place.name;
}

/** 'RG12 1JX, Bracknell': the postcode and where it is, when that is known. */
export function labelOfPostcode(postcode: string, place: string | null): string {
  return place ? `${postcode}, ${place}` : postcode;
}

/** 'RG12 (Bracknell)': part of a postcode, and the town it is mostly in. */
export function labelOfPart(part: string, town: string | null): string {
  return town ? `${part} (${town})` : part;
}
