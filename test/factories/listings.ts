import type {Listing, ListingPlace, ListingSchedule} from '../../app/domain/directory/listing-schema.ts';

/** For tests: a listing of which only the name is known, with what the test is about. */
export function aListing(parts: Partial<Listing> = {}): Listing {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    number: 1,
    slug: 'club',
    name: 'Club',
    kind: 'group',
    isTemporarilyClosed: false,
    summary: null,
    description: null,
    url: null,
    email: null,
    alert: null,
    accreditations: null,
    minimumAge: null,
    maximumAge: null,
    delivery: [],
    howToJoin: null,
    acceptsSelfReferral: null,
    acceptsProfessionalReferral: null,
    acceptsPersonalBudget: false,
    acceptsDirectPayment: false,
    space: 'unknown',
    spaceHeardOn: null,
    spaceNote: null,
    feesDescription: null,
    scheduleNote: null,
    openOnBankHolidays: false,
    checkedOn: null,
    checkedBy: null,
    updatedAt: '2026-11-01T12:00:00.000Z',
    organisation: null,
    places: [],
    schedules: [],
    costs: [],
    phones: [],
    contacts: [],
    languages: [],
    access: [],
    areas: [],
    funding: [],
    needs: [],
    types: [],
    audiences: [],
    otherTerms: [],
    source: null,
    ...parts,
  };
}

/** For tests: every week on a day, from morning to noon. */
export function aSchedule(parts: Partial<ListingSchedule> = {}): ListingSchedule {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    placeId: null,
    freq: 'WEEKLY',
    interval: 1,
    byday: 'WE',
    bymonthday: null,
    dtstart: null,
    until: null,
    validFrom: null,
    validTo: null,
    opensAt: '10:30',
    closesAt: '12:00',
    description: null,
    notes: null,
    link: null,
    ...parts,
  };
}

/** For tests: a hall with an address. */
export function aPlace(parts: Partial<ListingPlace> = {}): ListingPlace {
  return {
    id: '00000000-0000-4000-8000-000000000003',
    name: 'The Hall',
    description: null,
    isVirtual: false,
    latitude: 51.4,
    longitude: -0.75,
    address: {lines: ['High Street', 'Bracknell', 'RG12 1AA'], town: 'Bracknell', postcode: 'RG12 1AA'},
    access: [],
    phones: [],
    ...parts,
  };
}
