/** The forms about people, and those of whoever checks who looked at them. */
import {randomUUID} from 'node:crypto';
import {addSomeone} from '../../factories/people.ts';
import {acts, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function peopleForms({sql, web, level, colleague}: FormBed): FormCase[] {
  let made = 0;
  const someone = async (keeper: Parameters<typeof addSomeone>[1], fields: Record<string, string> = {}) =>
    addSomeone(web, keeper, {givenName: 'Ottoline', familyName: `Marchbanks${++made}`, ...fields});
  const referenceOf = async (id: string) =>
    (await sql<[{reference: string}]>`select reference from people where id = ${id}`)[0].reference;

  /** A form within the record of somebody new, opened by a new colleague. */
  const within = (fill: (personId: string, as: Filled['as'] & object) => Promise<Omit<Filled, 'as' | 'record'>>) => ({
    make: async (): Promise<Filled> => {
      const as = await colleague('call_handler');
      const record = await someone(as);
      return {as, record, ...(await fill(record, as))};
    },
  });

  return [
    {
      route: 'people.find',
      make: async () => ({as: await colleague('call_handler'), page: '/people', typed: {words: 'Ottoline 27/3/1950'}}),
    },
    {
      route: 'people.new',
      make: async () => {
        const [as, familyName] = [await colleague('call_handler'), `Newcomer${randomUUID().slice(0, 8)}`];
        return {
          as,
          page: '/people/new',
          typed: {givenName: 'Olive', familyName, lines: '7 Long Lane\nBack door', hasNoHome: 'yes'},
          pressed: {act: 'check'},
          done: rows('people', 'family_name', familyName),
        };
      },
    },
    {
      route: 'people.open',
      make: async () => {
        const as = await colleague('call_handler');
        const id = await someone(as);
        return {
          as,
          page: `/people/${id}/open`,
          typed: {reason: 'She does not understand what a record is.'},
          done: rows('openings', 'person_id', id),
        };
      },
    },
    {
      route: 'people.close',
      ...within(async (id, as) => ({
        page: `/people/${id}`,
        to: `/people/${id}/close`,
        typed: {},
        done: acts('record_closed', as),
      })),
    },
    {
      route: 'people.edit',
      what: 'about',
      ...within(async (id, as) => ({
        page: `/people/${id}/edit/about`,
        typed: {knownAs: 'Otty', pronouns: 'she/her'},
        done: acts('record_changed', as),
      })),
    },
    {
      route: 'people.edit',
      what: 'a section',
      ...within(async (id) => ({
        page: `/people/${id}/edit/contacts`,
        typed: {'0.kind': 'email', '0.value': 'otty@home.example', '0.note': 'Read by her son'},
        done: rows('person_contacts', 'person_id', id),
      })),
    },
    {
      route: 'people.consents',
      ...within(async (id) => ({
        page: `/people/${id}/consents`,
        typed: {kind: 'contact_by_text', decision: 'refused', decidedOn: '2/3/2026', note: 'Her phone is shared'},
        done: rows('consents', 'person_id', id),
      })),
    },
    {
      route: 'people.merge',
      what: 'look',
      ...within(async (id, as) => ({
        page: `/people/${id}/merge`,
        typed: {reference: await referenceOf(await someone(as))},
        pressed: {act: 'look'},
      })),
    },
    {
      route: 'people.merge',
      what: 'join',
      make: async () => {
        const as = await colleague('call_handler');
        const facts = {familyName: `Twice${++made}`, birthDate: '27/3/1950', postcode: 'AB1 2CD'};
        const [record, other] = [await someone(as, facts), await someone(as, facts)];
        return {
          as,
          record,
          page: `/people/${record}/merge`,
          first: {act: 'look', reference: await referenceOf(other)},
          typed: {why: 'She told us so herself'},
          pressed: {act: 'merge'},
          done: rows('merges', 'into_id', record),
        };
      },
    },
    {
      route: 'people.emergency',
      what: 'look',
      make: async () => ({
        as: await colleague('call_handler'),
        page: '/people-emergency',
        typed: {reason: 'She collapsed at the bus stop and cannot speak.', words: 'Ottoline'},
      }),
    },
    {
      route: 'people.emergency',
      what: 'open',
      make: async () => {
        const id = await someone(level.nurse, {familyName: 'Collapsed', phone: '01632 960 077'});
        const as = await colleague('call_handler');
        return {
          as,
          page: '/people-emergency',
          first: {reason: 'She collapsed at the bus stop and cannot speak.', words: '01632 960 077'},
          typed: {},
          among: {person: id},
          done: rows('openings', 'person_id', id),
        };
      },
    },
    {
      route: 'records.home',
      make: async () => {
        const reference = await referenceOf(await someone(await colleague('call_handler')));
        return {as: await colleague('records_officer'), page: '/records', typed: {reference}};
      },
    },
    {
      route: 'records.emergency.one',
      make: async () => {
        const [by, as] = [await colleague('call_handler'), await colleague('records_officer')];
        const id = await someone(by);
        const [opening] = await sql<[{id: string}]>`
          insert into openings (staff_id, partner_id, person_id, basis, reason, session_id)
          values (${by.staffId}, ${by.partnerId}, ${id}, 'emergency', 'She collapsed at the bus stop.', ${by.sessionId})
          returning id
        `;
        return {
          as,
          page: `/records/emergency/${opening.id}`,
          typed: {outcome: 'not_appropriate', note: 'The call was about something else.'},
          done: acts('emergency_reviewed', as),
        };
      },
    },
  ];
}
