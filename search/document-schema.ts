/** The shapes that search hands out. Safe in the browser: types and constants only. */

export const KINDS = ['group', 'service', 'activity', 'place', 'helpline', 'personal-assistant', 'online'] as const;
export const DELIVERY = ['in-person', 'at-home', 'online', 'phone'] as const;
const SPACE = ['open', 'limited', 'waiting-list', 'full', 'unknown'] as const;
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Morning is before 12:00, afternoon 12:00 to 17:00, evening from 17:00. A session counts in each part it touches for 30 minutes or more. */
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
/** Ages in bands, so that 'for a 70-year-old' can be counted beside the filter. `from` and `to` are whole years, both included. */
export const AGE_BANDS = [
  {key: 'under-5', from: 0, to: 4},
  {key: '5-to-11', from: 5, to: 11},
  {key: '12-to-17', from: 12, to: 17},
  {key: '18-to-25', from: 18, to: 25},
  {key: '26-to-64', from: 26, to: 64},
  {key: '65-plus', from: 65, to: 120},
] as const;

export type Kind = (typeof KINDS)[number];
export type Delivery = (typeof DELIVERY)[number];
export type Space = (typeof SPACE)[number];
export type Day = (typeof DAYS)[number];
export type DayPart = (typeof DAY_PARTS)[number];
export type AgeBand = (typeof AGE_BANDS)[number]['key'];

/** One regular time. Times are 'HH:MM' local to Europe/London. Neither days nor monthDays: every day. */
export interface ListingTime {
  days: Day[];
  /** Which of the month's: [1, 3] is first and third, -1 the last. Absent: every week. */
  weeks?: number[];
  monthDays?: number[];
  /** Every how many weeks or months, when not 1. */
  every?: number;
  from?: string;
  to?: string;
  note?: string;
}

export interface ListingPoint {
  latitude: number;
  longitude: number;
  venue: string | null;
  town: string | null;
  postcode: string | null;
}

export interface ListingCost {
  /** Pounds; null when the publisher gave words only. */
  amount: number | null;
  /** 'session', 'hour' … in the publisher's words. */
  per: string | null;
  for: string | null;
}

/** One service as search and cards see it. Keys (needs, types …) are from the vocabulary; names are looked up where they are shown. */
export interface ListingDocument {
  id: string;
  number: number;
  slug: string;
  name: string;
  organisation: string | null;
  kind: Kind;
  summary: string;
  /** Service type keys, the main one first. */
  types: string[];
  /** Need keys, the strongest first. */
  needs: string[];
  points: ListingPoint[];
  /** Area keys it covers, for what comes to you or has no address to go to. */
  covers: string[];
  /** Names of the areas covered, for the card; also names that were not recognised. */
  coversNames: string[];
  how: Delivery[];
  times: ListingTime[];
  cost: ListingCost[];
  isFree: boolean;
  minimumAge: number | null;
  maximumAge: number | null;
  audiences: string[];
  access: string[];
  languages: string[];
  selfReferral: boolean;
  professionalReferral: boolean;
  personalBudget: boolean;
  directPayment: boolean;
  space: Space;
  /** 'YYYY-MM-DD', where that is what they answered to somebody who asked; null where the listing says it. */
  spaceHeardOn: string | null;
  phone: string | null;
  /** 'YYYY-MM-DD', or null when never checked. */
  checkedOn: string | null;
}

/** A listing in a result, with how far it is from the place asked about. */
export interface ListingCard extends ListingDocument {
  /** Miles in a straight line to the nearest point; null when no place was given or it has no address there. */
  distanceMiles: number | null;
  /** True when it is found here because it covers the area rather than for an address nearby. */
  coversHere: boolean;
}
