/**
 * A shift, as its own process: so many handlers, each on one call after another or with a page open until a call comes, and
 * what is open asks as those pages do. Told on its input what to do; what it measured is the last line of its output.
 */
import {randomUUID} from 'node:crypto';
import {text} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import type {SignedIn} from './desk-bed.ts';
import {headersOf, someCall, someSearch, someStory} from './desk-requests.ts';
import {chanceFrom, type Chance} from './generate-random.ts';
import type {MadePerson} from './generate-people.ts';
import {summarise, type LoadTimes} from './load-run.ts';

export interface ShiftPlan {
  /** The app processes; half of the handlers work at each of two. */
  urls: string[];
  handlers: SignedIn[];
  sample: MadePerson[];
  services: string[];
  minutes: number;
  callSeconds: number;
  /** So many calls come in an hour, by chance, to whoever is free. Null: nobody is ever without one. */
  callsAnHour: number | null;
}

type Kind = 'ring' | 'start' | 'open' | 'save' | 'follow' | 'near' | 'find' | 'choose' | 'end' | 'ended' | 'desk';

export interface ShiftReport {
  kinds: Partial<Record<Kind, Omit<LoadTimes, 'bytes'>>>;
  all: Omit<LoadTimes, 'bytes'>;
  /** What was not as it should be: address without ids, and why. */
  errors: string[];
  calls: number;
}

/** As the page of a call does: docs/taking-a-call.md. */
const FOLLOW_MS = 5000;
const SAVE_MS = 1000;
/** How long somebody types in a call. */
const TYPING_SECONDS = 60;
const WORDS_BETWEEN_LOOKS = 3;

/** Takes calls until it is over. */
async function takeCalls(plan: ShiftPlan): Promise<ShiftReport> {
  const times = new Map<Kind, number[]>();
  const errors: string[] = [];
  let calls = 0;
  const started = performance.now();
  const until = started + plan.minutes * 60_000;
  const isOver = () => performance.now() >= until;

  async function ask(kind: Kind, url: string, path: string, who: SignedIn, body?: object | URLSearchParams) {
    const isForm = body instanceof URLSearchParams;
    const began = performance.now();
    try {
      const answer = await fetch(url + path, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          ...headersOf(url, who),
          ...(body && !isForm ? {'content-type': 'application/json'} : {}),
        },
        ...(body ? {body: isForm ? body : JSON.stringify(body)} : {}),
      });
      const said = await answer.text();
      times.set(kind, [...(times.get(kind) ?? []), performance.now() - began]);
      const isRight = answer.status === (isForm ? 303 : 200) && !said.startsWith('{"ok":false');
      if (!isRight) errors.push(`${kind}: ${answer.status} ${said.slice(0, 120)}`);
      return {isRight, said, to: answer.headers.get('location')};
    } catch (error) {
      errors.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      return {isRight: false, said: '', to: null};
    }
  }

  async function takeOne(who: SignedIn, url: string, chance: Chance) {
    await ask('desk', url, '/desk', who);
    const submission = randomUUID();
    const {to} = await ask('start', url, '/desk', who, new URLSearchParams({channel: 'phone', submission}));
    if (!to) return false;
    await oneCall(who, url, to, chance);
    calls++;
    return true;
  }

  /** They do not all begin in the same second. */
  const comeIn = (chance: Chance) => sleep(chance.next() * Math.min(60_000, plan.minutes * 20_000));

  async function busyHandler(who: SignedIn, number: number) {
    const chance = chanceFrom(1000 + number);
    await comeIn(chance);
    while (!isOver() && (await takeOne(who, plan.urls[number % plan.urls.length]!, chance)));
  }

  const free: (() => void)[] = [];
  /** Has their own page open, which listens for the telephone, and takes a call when one comes. */
  async function waitingHandler(who: SignedIn, number: number) {
    const chance = chanceFrom(1000 + number);
    const url = plan.urls[number % plan.urls.length]!;
    await comeIn(chance);
    await ask('desk', url, '/desk', who);
    await ask('ring', url, '/desk/ring', who);
    const page = await listenTo(url, who, `staff:${who.staffId}`);
    while (!isOver()) {
      await new Promise<void>((resolve) => free.push(resolve));
      if (!isOver()) await takeOne(who, url, chance);
    }
    await page.close();
  }

  async function ringing(callsAnHour: number) {
    const chance = chanceFrom(75);
    while (!isOver()) {
      // By chance at an even rate: the time to the next call is exponential.
      const wait = (-Math.log(1 - chance.next()) * 3_600_000) / callsAnHour;
      await sleep(Math.max(0, Math.min(wait, until - performance.now())));
      // Whoever has been free for longest.
      if (!isOver()) free.shift()?.();
    }
    for (const goHome of free.splice(0)) goHome();
  }

  async function oneCall(who: SignedIn, url: string, path: string, chance: Chance) {
    const page = randomUUID();
    const begun = performance.now();
    const length = plan.callSeconds * 1000 * (0.5 + chance.next());
    await ask('open', url, path, who);
    let isOpen = true;
    const following = (async () => {
      while (isOpen && !isOver()) {
        await sleep(FOLLOW_MS);
        if (isOpen) await ask('follow', url, `${path}/follow`, who, {page, field: 'story', known: {}});
      }
    })();
    const values = someCall(chance, plan.services, false);
    const story = `${someStory(chance)} ${someStory(chance)} ${someStory(chance)}`.split(' ');
    const typing = Math.min(TYPING_SECONDS, length / 2000);
    for (let second = 1; second <= typing && !isOver(); second++) {
      await sleep(SAVE_MS);
      const so = story.slice(0, Math.ceil((second / typing) * story.length)).join(' ');
      await ask('save', url, `${path}/fields`, who, {page, changes: [{name: 'story', value: so, base: 0}]});
      if (second % (WORDS_BETWEEN_LOOKS * 2) === 0)
        await ask('near', url, `${path}/near`, who, {story: so, needs: [], near: values.near ?? '', given: []});
      if (second % 20 === 10)
        await ask('find', url, `${path}/person`, who, {
          act: 'find',
          words: someSearch(chance.one(plan.sample), chance),
        });
    }
    while (performance.now() - begun < length && !isOver()) await sleep(500);
    isOpen = false;
    await following;
    if (isOver()) return;
    const changes = Object.entries({...values, story: story.join(' ')}).map(([name, value]) => ({
      name,
      value: String(value),
      base: 0,
    }));
    const {said} = await ask('end', url, `${path}/end`, who, {page, changes});
    const to = /"to":"([^"]+)"/.exec(said)?.[1];
    if (to) await ask('ended', url, to, who);
  }

  const {callsAnHour} = plan;
  if (callsAnHour === null) await Promise.all(plan.handlers.map(busyHandler));
  else await Promise.all([...plan.handlers.map(waitingHandler), ringing(callsAnHour)]);
  const took = performance.now() - started;
  return {
    kinds: Object.fromEntries([...times].map(([kind, all]) => [kind, summarise(all, took)])),
    all: summarise([...times.values()].flat(), took),
    errors,
    calls,
  };
}

/** An open page that is told of changes until it is closed. What it hears is read and thrown away. */
async function listenTo(url: string, who: SignedIn, topics: string) {
  const gone = new AbortController();
  const answer = await fetch(`${url}/desk/live?topics=${topics}`, {headers: headersOf(url, who), signal: gone.signal});
  if (answer.status !== 200 || !answer.body) throw new Error(`/desk/live answered ${answer.status}`);
  const reading = answer.body.pipeTo(new WritableStream()).catch(() => {});
  return {
    async close() {
      gone.abort();
      await reading;
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const plan = JSON.parse(await text(process.stdin)) as ShiftPlan;
  console.log(JSON.stringify(await takeCalls(plan)));
}
