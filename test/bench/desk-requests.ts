/** What the pages of the desk send, as bytes: made once, sent as often as one likes. */
import {randomUUID} from 'node:crypto';
import {aDraft, typed} from '../factories/calls.ts';
import {SESSION_COOKIE} from '../../app/http/session-cookie.server.ts';
import type {CallValues} from '../../app/domain/calls/call-fields.ts';
import type {DeskBed, SignedIn} from './desk-bed.ts';
import type {Chance} from './generate-random.ts';
import {LoadConnection, requestBytes} from './load-connection.ts';
import {summarise, type LoadTimes} from './load-run.ts';

export const headersOf = (url: string, {token}: Pick<SignedIn, 'token'>): Record<string, string> => ({
  cookie: `${SESSION_COOKIE}=${token}`,
  origin: url,
  'accept-encoding': 'gzip',
  'user-agent': 'Mozilla/5.0 (bench)',
});

/** Sends each once, over so many connections. @throws when an answer is not 200 */
export async function timeEach(
  url: string,
  requests: Buffer[],
  connections = 1,
): Promise<Omit<LoadTimes, 'bytes'> & {times: number[]}> {
  const open = await Promise.all(Array.from({length: connections}, () => LoadConnection.open(url)));
  const waiting = [...requests];
  const times: number[] = [];
  const started = performance.now();
  try {
    await Promise.all(
      open.map(async (connection) => {
        for (let request = waiting.shift(); request; request = waiting.shift()) {
          const began = performance.now();
          const {status} = await connection.send(request);
          if (status !== 200) throw new Error(`${status} to ${request.toString().split('\r\n')[0]}`);
          times.push(performance.now() - began);
        }
      }),
    );
  } finally {
    for (const connection of open) connection.close();
  }
  return {...summarise(times, performance.now() - started), times};
}

const STORIES = [
  'Her husband died in March and she has hardly left the house since. She would like some company.',
  'He cannot pay for the heating and sits in the cold with a blanket round him.',
  'She looks after her mother day and night and is at the end of her strength.',
  'He fell twice this week and is afraid to climb the stairs on his own.',
  'They have had a letter about the rent and do not understand what they owe.',
  'She came home from hospital on Friday and nobody has been to see her.',
];
const NEEDS = ['loneliness', 'energy-bills', 'carers-support', 'falls', 'debt', 'hospital-discharge'];
const PLACES = ['RG12', 'RG42', 'RG40', 'Bracknell', 'Crowthorne', 'Sandhurst'];

/** A story as it stands after so many of its words. */
const storySoFar = (story: string, words: number): string => story.split(' ').slice(0, words).join(' ');
export const someStory = (chance: Chance): string => chance.one(STORIES);

/** How calls end, about as often as in the made-up year. */
function someEnding(chance: Chance, services: string[]): CallValues {
  const share = chance.next();
  if (share < 0.45)
    return {endings: 'signposted', services: chance.some(services, 2).join(','), closingText: 'Thank you for ringing.'};
  if (share < 0.7)
    return {endings: 'information_given', informationNote: 'Told her what there is and when it is open.'};
  if (share < 0.85)
    return {
      endings: 'handed_on',
      handOnTo: 'nursing',
      handOnPriority: chance.one(['hours_4', 'hours_24', 'hours_72']),
      handOnReason: 'Please look at her leg, which is red and hot.',
    };
  if (share < 0.95) return {endings: 'passed_to_gp', practice: 'Larch Lane Surgery'};
  const on = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return {
    endings: 'call_back_promised',
    callBackOn: on,
    callBackAt: '10:30',
    callBackPhone: '01632 960123',
    callBackAbout: 'To say what was found.',
  };
}

/** All that has to be typed before a call can end. */
export function someCall(chance: Chance, services: string[], isKnown: boolean): CallValues {
  return {
    danger: 'no',
    callerKind: 'person',
    personKnown: isKnown ? 'identified' : 'anonymous',
    story: someStory(chance),
    domain: chance.one(['community', 'adult_social_care', 'health']),
    near: chance.one(PLACES),
    needs: chance.one(NEEDS),
    ...someEnding(chance, services),
  };
}

/** Calls that want nothing but to be ended, and the requests that end them. */
export async function readyToEnd(
  {web, owner, handlers, services}: Pick<DeskBed, 'web' | 'owner' | 'handlers' | 'services'>,
  url: string,
  chance: Chance,
  count: number,
  values: CallValues = {},
): Promise<Buffer[]> {
  const people = await owner<{id: string}[]>`
    select id from people where given_name is not null order by md5(id::text || ${String(chance.next())}) limit ${count}
  `;
  return Promise.all(
    Array.from({length: count}, async (_, place) => {
      const handler = handlers[place % handlers.length]!;
      const personId = chance.happens(0.6) ? people[place]!.id : null;
      const call = {...someCall(chance, services, personId !== null), ...values};
      const id = await aDraft(web, handler, call, {personId});
      const last = {page: randomUUID(), changes: typed({triedBefore: 'Rang the surgery this morning.'})};
      return requestBytes(`${url}/desk/calls/${id}/end`, headersOf(url, handler), JSON.stringify(last));
    }),
  );
}

/** The directory beside a call, asked for as its story grows. */
export function nearRequests(url: string, handlers: SignedIn[], chance: Chance, count: number): Buffer[] {
  return Array.from({length: count}, (_, place) => {
    const story = someStory(chance);
    const ask = {
      story: storySoFar(story, chance.whole(3, story.split(' ').length)),
      needs: chance.happens(0.5) ? [chance.one(NEEDS)] : [],
      near: chance.happens(0.7) ? chance.one(PLACES) : '',
      given: [],
    };
    const path = `${url}/desk/calls/00000000-0000-4000-8000-000000000000/near`;
    return requestBytes(path, headersOf(url, handlers[place % handlers.length]!), JSON.stringify(ask));
  });
}

/** Looking for whom a call is about, by what people say of themselves. */
export function findRequests(
  url: string,
  {handlers, sample}: Pick<DeskBed, 'handlers' | 'sample'>,
  chance: Chance,
  count: number,
): Buffer[] {
  return Array.from({length: count}, (_, place) => {
    const path = `${url}/desk/calls/00000000-0000-4000-8000-000000000000/person`;
    const ask = {act: 'find', words: someSearch(sample[chance.whole(0, sample.length - 1)]!, chance)};
    return requestBytes(path, headersOf(url, handlers[place % handlers.length]!), JSON.stringify(ask));
  });
}

export function someSearch({given, family, facts}: DeskBed['sample'][number], chance: Chance): string {
  const share = chance.next();
  if (share < 0.5) return `${given} ${family}`;
  if (share < 0.65) return `${family} ${facts.birthDate!.split('-').reverse().join('/')}`;
  if (share < 0.75) return facts.postcodes[0]!;
  if (share < 0.85) return facts.phones[0]!.replace('+44', '0');
  return chance.one(['John Smith', 'Margaret Smith', 'Smith', 'Jones', 'Mary Jones']);
}
