import {describe, expect, it} from 'vitest';
import {aListing, aPlace, aSchedule} from '../../../test/factories/listings.ts';
import type {Listing} from '../../domain/directory/listing-schema.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {enServer as text} from '../../i18n/en-server.ts';
import {jsonLd} from './json-ld.ts';
import {listingView} from './listing-view.ts';

const address = 'https://help.example/services/club';
const now = {date: '2026-11-22', time: '12:00'};
const seen = (parts: Partial<Listing>) => listingView(aListing(parts), {address, now, text});
const phone = {number: '01632 960001', extension: null, type: null, description: null, languages: []};

describe('when it is on', () => {
  it('is said in words, with the next five dates', () => {
    const {when} = seen({schedules: [aSchedule()]});
    expect(when.lines).toEqual(['Every Wednesday, 10:30am to 12 noon']);
    expect(when.next.map(({words}) => words)).toEqual([
      'Wednesday 25 November',
      'Wednesday 2 December',
      'Wednesday 9 December',
      'Wednesday 16 December',
      'Wednesday 23 December',
    ]);
    expect(when.next[0]?.dateTime).toBe('2026-11-25T10:30:00Z');
    expect(when.hasCalendar).toBe(true);
  });

  it('says which days a bank holiday takes away', () => {
    const {when} = seen({schedules: [aSchedule({byday: 'FR'})]});
    expect(when.closures).toBe('Not on Friday 25 December (Christmas Day) or Friday 1 January (New Year’s Day).');
    expect(seen({schedules: [aSchedule({byday: 'FR'})], openOnBankHolidays: true}).when).toMatchObject({
      closures: null,
      notes: ['Open on bank holidays too.'],
    });
  });

  it('says only the next time of what is open most days, and nothing more of what is always open', () => {
    const weekdays = seen({
      schedules: [aSchedule({byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00'})],
    }).when;
    expect(weekdays.next.map(({words}) => words)).toEqual(['Tomorrow, Monday 23 November, 9am to 5pm']);
    expect(weekdays.hasCalendar).toBe(false);
    const always = aSchedule({byday: null, opensAt: '00:00', closesAt: '24:00'});
    expect(seen({schedules: [always], openOnBankHolidays: true}).when).toMatchObject({
      lines: ['Every day, 24 hours'],
      next: [],
      notes: [],
    });
  });

  it('tells different weeks of different days apart', () => {
    const split = aSchedule({freq: 'MONTHLY', byday: '1MO,3TU,1WE'});
    expect(seen({schedules: [split]}).when.lines).toEqual([
      'First Monday and Wednesday of the month, 10:30am to 12 noon',
      'Third Tuesday of the month, 10:30am to 12 noon',
    ]);
  });

  it('says from when and until when, and which place', () => {
    const places = [
      aPlace(),
      aPlace({id: 'barn', name: null, address: {lines: ['2 Barn Lane'], town: null, postcode: null}}),
    ];
    const schedules = [
      aSchedule({placeId: 'barn', validTo: '2026-12-18'}),
      aSchedule({byday: 'TH', validFrom: '2027-01-04'}),
    ];
    expect(seen({places, schedules}).when.lines).toEqual([
      'Every Wednesday, 10:30am to 12 noon, at 2 Barn Lane, until 18 December 2026',
      'From 4 January 2027: Every Thursday, 10:30am to 12 noon',
    ]);
  });

  it('does not guess which weeks', () => {
    const {when} = seen({schedules: [aSchedule({interval: 2})]});
    expect(when).toMatchObject({
      lines: ['Every other week on Wednesday, 10:30am to 12 noon'],
      next: [],
      notes: ['Please ask which weeks it is on.'],
    });
  });

  it('has no dates while it is closed', () => {
    expect(seen({schedules: [aSchedule()], isTemporarilyClosed: true})).toMatchObject({
      when: {next: [], hasCalendar: false},
      alerts: [{title: 'Closed for now'}, {}],
    });
  });
});

describe('what it costs, for whom and how to join', () => {
  const cost = {amount: null, currency: 'GBP', description: null, option: null, validFrom: null, validTo: null};

  it('is in plain words', () => {
    const view = seen({
      costs: [
        {...cost, amount: 3.5, description: 'per session, includes a drink'},
        {...cost, amount: 2, option: 'under 16s', description: 'per session'},
        {...cost, amount: 0, option: 'carers'},
        {...cost, description: 'Donations welcome'},
      ],
      acceptsPersonalBudget: true,
      minimumAge: 8,
      maximumAge: 13,
      audiences: [{key: 'young-carers', name: 'Young carers'}],
      acceptsSelfReferral: false,
      acceptsProfessionalReferral: true,
      space: 'waiting-list',
      spaceNote: 'About four weeks',
    });
    expect(view.cost).toEqual([
      '£3.50 per session, includes a drink',
      'Under 16s: £2 per session',
      'Carers: Free',
      'Donations welcome',
      'You can pay with a personal budget.',
    ]);
    expect(view.who).toEqual(['Ages 8 to 13', 'Meant for: Young carers']);
    expect(view.joining.lines).toEqual([
      'Someone who works with you, such as your surgery or social worker, has to ask for you.',
      'There is a waiting list. About four weeks.',
    ]);
    expect(view.joining.isFull).toBe(true);
  });

  it('is not made up when it is not known', () => {
    expect(seen({})).toMatchObject({
      cost: ['We don’t know what it costs yet.'],
      who: [],
      joining: {lines: [], how: []},
      when: {lines: [], notes: ['We don’t know the days and times yet.']},
      where: {places: [], lines: []},
      space: null,
    });
  });
});

describe('where it is', () => {
  it('links to the spot and the way there, or to its address on a map', () => {
    const barn = aPlace({id: 'barn', name: null, latitude: null, longitude: null});
    const [hall, other] = seen({places: [aPlace(), barn]}).where.places;
    expect(hall).toMatchObject({
      name: 'The Hall',
      lines: ['High Street', 'Bracknell', 'RG12 1AA'],
      directionsHref: 'https://www.openstreetmap.org/directions?to=51.4%2C-0.75#map=15/51.4/-0.75',
    });
    expect(hall?.mapHref).toContain('mlat=51.4&mlon=-0.75');
    expect(other).toMatchObject({
      name: 'High Street',
      lines: ['Bracknell', 'RG12 1AA'],
      directionsHref: null,
      mapHref: 'https://www.openstreetmap.org/search?query=High%20Street%2C%20Bracknell%2C%20RG12%201AA',
    });
  });

  it('asks for no other place of what comes to people’s homes', () => {
    expect(seen({delivery: ['in-person', 'at-home']}).where.lines).toEqual(['They come to you at home.']);
    expect(seen({delivery: ['in-person', 'online']}).where.lines).toEqual([
      'Ask where it is when you get in touch.',
      'It happens online.',
    ]);
  });

  it('says in Polish for whom it is and in which languages, as far as there are words', () => {
    const listing = aListing({
      audiences: [
        {key: 'people-with-dementia', name: 'People with dementia'},
        {key: 'of-an-editor', name: 'Of an editor'},
      ],
      languages: [
        {code: 'en', name: 'English', note: null},
        {code: null, name: 'Makaton', note: null},
      ],
    });
    const {who, languages} = listingView(listing, {address, now, text: textFor('pl')});
    expect(who).toEqual(['Dla kogo: Osoby z demencją; Of an editor']);
    expect(languages).toEqual(['angielski', 'Makaton']);
  });

  it('says how it comes to people, and to whom', () => {
    expect(seen({delivery: ['at-home', 'phone'], areas: ['Bracknell Forest', 'Wokingham']}).where.lines).toEqual([
      'They come to you at home.',
      'It happens by phone.',
      'For people in Bracknell Forest and Wokingham.',
    ]);
    expect(seen({places: [aPlace()], delivery: ['in-person', 'online']}).where.lines).toEqual([
      'It also happens online.',
    ]);
  });
});

describe('how to reach them', () => {
  it('links to what can be dialled', () => {
    const {contact} = seen({phones: [{...phone, number: '+44 (0)1632 960001', extension: '23'}]});
    expect(contact.phones).toEqual([
      {href: 'tel:+441632960001;ext=23', words: '+44 (0)1632 960001, extension 23', note: null},
    ]);
  });

  it('offers the organisation’s ways only where the service has none', () => {
    const organisation = {
      name: 'Trust',
      description: null,
      email: 'office@trust.example',
      website: 'https://www.trust.example/',
      identifiers: [],
      phones: [phone],
    };
    expect(seen({organisation}).contact).toMatchObject({
      phones: [{words: '01632 960001'}],
      emails: [{words: 'office@trust.example'}],
      websites: [{words: 'trust.example'}],
    });
    const own = seen({organisation, email: 'club@trust.example', phones: [{...phone, number: '01632 960002'}]});
    expect(own.contact.phones.map(({words}) => words)).toEqual(['01632 960002']);
    expect(own.contact.emails.map(({words}) => words)).toEqual(['club@trust.example']);
    expect(own.organisation?.email?.words).toBe('office@trust.example');
  });

  it('never links to anything but the web', () => {
    expect(seen({url: 'javascript:alert(1)'}).contact.websites).toEqual([]);
  });
});

describe('whether it is up to date', () => {
  it('is said with a warning after a year, and when it was never checked', () => {
    expect(seen({checkedOn: '2025-11-22', checkedBy: 'the map team'})).toMatchObject({
      checked: 'Last checked on 22 November 2025 by the map team.',
      alerts: [],
    });
    expect(seen({checkedOn: '2025-11-21'}).alerts[0]?.title).toBe('Not checked for over a year');
    expect(seen({}).alerts[0]?.title).toBe('Not checked yet');
  });
});

describe('what search engines read', () => {
  it('is the service, its place and, for a group, the next session', () => {
    const listing = aListing({
      summary: 'We <b>walk</b>',
      places: [aPlace()],
      schedules: [aSchedule()],
      costs: [{amount: 0, currency: 'GBP', description: null, option: null, validFrom: null, validTo: null}],
    });
    expect(jsonLd(listing, address, now)).toMatchObject({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Service',
          description: 'We <b>walk</b>',
          availableChannel: {serviceLocation: [{address: {streetAddress: 'High Street', postalCode: 'RG12 1AA'}}]},
          hoursAvailable: [{dayOfWeek: ['Wednesday'], opens: '10:30', closes: '12:00'}],
          offers: [{price: 0, priceCurrency: 'GBP'}],
        },
        {
          '@type': 'Event',
          startDate: '2026-11-25T10:30:00Z',
          endDate: '2026-11-25T12:00:00Z',
          isAccessibleForFree: true,
        },
      ],
    });
  });

  it('has no empty parts', () => {
    expect(jsonLd(aListing(), address, now)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [{'@type': 'Service', '@id': `${address}#service`, name: 'Club', url: address}],
    });
  });
});
