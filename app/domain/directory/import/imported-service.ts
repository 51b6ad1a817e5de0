/**
 * A service as it comes out of cleaning: nothing in it is dirty any more, and nothing in it knows the database. Parts
 * that go into a table as they are carry that table's column names.
 */

export type Kind = 'group' | 'service' | 'activity' | 'place' | 'helpline' | 'personal-assistant' | 'online';
export type Status = 'active' | 'inactive' | 'defunct' | 'temporarily closed';
export type Delivery = 'in-person' | 'at-home' | 'online' | 'phone';
export type Space = 'open' | 'limited' | 'waiting-list' | 'full' | 'unknown';
export type LocationType = 'physical' | 'postal' | 'virtual';

export interface ImportedSchedule {
  freq: 'WEEKLY' | 'MONTHLY';
  interval: number;
  byday: string | null;
  bymonthday: string | null;
  dtstart: string | null;
  until: string | null;
  valid_from: string | null;
  valid_to: string | null;
  opens_at: string | null;
  closes_at: string | null;
  attending_type: string | null;
  schedule_link: string | null;
  description: string | null;
  notes: string | null;
}

export interface ImportedCost {
  valid_from: string | null;
  valid_to: string | null;
  option: string | null;
  currency: string;
  amount: number | null;
  amount_description: string | null;
}

export interface ImportedPhone {
  number: string;
  extension: string | null;
  type: string | null;
  description: string | null;
  /** Spoken by whoever answers. */
  languages: ImportedLanguage[];
}

export interface ImportedContact {
  name: string | null;
  title: string | null;
  department: string | null;
  email: string | null;
  phones: ImportedPhone[];
}

export interface ImportedLanguage {
  code: string | null;
  name: string | null;
  note: string | null;
}

export interface ImportedAccess {
  description: string | null;
  details: string | null;
  url: string | null;
}

export interface ImportedArea {
  name: string | null;
  extent: string | null;
  extent_type: string | null;
  uri: string | null;
}

export interface ImportedAddress {
  attention: string | null;
  address_1: string;
  address_2: string | null;
  city: string | null;
  region: string | null;
  state_province: string | null;
  postal_code: string | null;
  country: string | null;
  address_type: LocationType;
}

export interface ImportedTaxonomy {
  name: string;
  description: string | null;
  uri: string | null;
  version: string | null;
}

export interface ImportedTerm {
  taxonomy: ImportedTaxonomy | null;
  sourceId: string | null;
  parentSourceId: string | null;
  name: string;
  description: string | null;
  uri: string | null;
}

/** What may hang on a service, on a place, or on a service at a place. */
export interface Reachable {
  schedules: ImportedSchedule[];
  phones: ImportedPhone[];
  contacts: ImportedContact[];
}

export interface ImportedLocation extends Reachable {
  /** Null when the feed gave none: then the place is known by what it is. */
  sourceId: string | null;
  name: string | null;
  description: string | null;
  locationType: LocationType;
  latitude: number | null;
  longitude: number | null;
  externalIdentifier: string | null;
  externalIdentifierType: string | null;
  addresses: ImportedAddress[];
  accessibility: ImportedAccess[];
  terms: ImportedTerm[];
}

/** A place, and what is said about this service there. */
export interface ImportedPlace extends Reachable {
  location: ImportedLocation;
  description: string | null;
}

export interface ImportedOrganisation {
  sourceId: string | null;
  name: string;
  description: string | null;
  email: string | null;
  website: string | null;
  logo: string | null;
  uri: string | null;
  parentSourceId: string | null;
  legalStatus: string | null;
  yearIncorporated: number | null;
  identifiers: {identifier_scheme: string | null; identifier_type: string; identifier: string}[];
  phones: ImportedPhone[];
  contacts: ImportedContact[];
  terms: ImportedTerm[];
}

export interface ImportedService extends Reachable {
  sourceId: string;
  organisation: ImportedOrganisation | null;
  name: string;
  status: Status;
  summary: string | null;
  description: string | null;
  url: string | null;
  email: string | null;
  alert: string | null;
  accreditations: string | null;
  feesDescription: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  assuredDate: string | null;
  assurerEmail: string | null;
  lastModified: string | null;
  checkedOn: string | null;
  checkedBy: string | null;
  keywords: string[];
  delivery: Delivery[];
  howToJoin: string | null;
  scheduleNote: string | null;
  spaceNote: string | null;
  /** Null is 'the feed does not say': what an editor entered then stays. */
  kind: Kind | null;
  space: Space | null;
  acceptsSelfReferral: boolean | null;
  acceptsProfessionalReferral: boolean | null;
  acceptsPersonalBudget: boolean | null;
  acceptsDirectPayment: boolean | null;
  openOnBankHolidays: boolean | null;
  costs: ImportedCost[];
  languages: ImportedLanguage[];
  funding: string[];
  accessibility: ImportedAccess[];
  areas: ImportedArea[];
  terms: ImportedTerm[];
  places: ImportedPlace[];
  /** Words about who it is for, kept apart from the description for recognising audiences. */
  audienceWords: string[];
}
