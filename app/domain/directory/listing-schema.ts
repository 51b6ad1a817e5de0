import type {Delivery, Kind, Space} from '../../../search/document-schema.ts';
import type {Schedule} from './dates/recurrence.ts';

/** A schedule with what its publisher adds, and which of the service's places it is for when it says so. */
export interface ListingSchedule extends Schedule {
  id: string;
  placeId: string | null;
  description: string | null;
  notes: string | null;
  link: string | null;
}

export interface ListingAddress {
  /** 'Great Hollands Square', 'Bracknell', 'RG12 8UX': what is known, in the order it is written. */
  lines: string[];
  town: string | null;
  postcode: string | null;
}

export interface AccessFeature {
  /** A key of the access list, when it was recognised. */
  key: string | null;
  name: string;
  details: string | null;
  url: string | null;
}

export interface ListingPlace {
  id: string;
  name: string | null;
  description: string | null;
  isVirtual: boolean;
  latitude: number | null;
  longitude: number | null;
  address: ListingAddress | null;
  access: AccessFeature[];
  phones: ListingPhone[];
}

export interface ListingPhone {
  number: string;
  extension: string | null;
  type: string | null;
  description: string | null;
  languages: string[];
}

interface ListingContact {
  name: string | null;
  title: string | null;
  department: string | null;
  email: string | null;
  phones: ListingPhone[];
}

/** Everything the directory knows of one service, as its page needs it. What is not known is null or an empty list. */
export interface Listing {
  id: string;
  number: number;
  slug: string;
  name: string;
  kind: Kind;
  isTemporarilyClosed: boolean;
  summary: string | null;
  description: string | null;
  url: string | null;
  email: string | null;
  alert: string | null;
  accreditations: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  delivery: Delivery[];
  howToJoin: string | null;
  acceptsSelfReferral: boolean | null;
  acceptsProfessionalReferral: boolean | null;
  acceptsPersonalBudget: boolean;
  acceptsDirectPayment: boolean;
  space: Space;
  /** 'YYYY-MM-DD', where that is what they answered to somebody who asked. */
  spaceHeardOn: string | null;
  spaceNote: string | null;
  feesDescription: string | null;
  scheduleNote: string | null;
  openOnBankHolidays: boolean;
  checkedOn: string | null;
  checkedBy: string | null;
  updatedAt: string;
  organisation: {
    name: string;
    description: string | null;
    email: string | null;
    website: string | null;
    identifiers: {type: string; identifier: string}[];
    phones: ListingPhone[];
  } | null;
  places: ListingPlace[];
  schedules: ListingSchedule[];
  costs: {
    amount: number | null;
    currency: string;
    description: string | null;
    option: string | null;
    validFrom: string | null;
    validTo: string | null;
  }[];
  phones: ListingPhone[];
  contacts: ListingContact[];
  /** `note` says how it is spoken, as far as the publisher says. */
  languages: {code: string | null; name: string; note: string | null}[];
  /** Access wherever it happens; that of a place stands with the place. */
  access: AccessFeature[];
  areas: string[];
  funding: string[];
  needs: {key: string; name: string}[];
  types: {key: string; name: string}[];
  audiences: {key: string; name: string}[];
  /** Terms of lists that are not ours, as a feed brought them. */
  otherTerms: {list: string; name: string}[];
  source: {name: string; licence: string | null; url: string | null; isDemonstration: boolean} | null;
}

export type ListingFound =
  {ok: true; listing: Listing} | {ok: false; reason: 'missing'} | {ok: false; reason: 'gone'; name: string};
