/**
 * `npm run bench:people`: how long it takes to find a person among 200,000, through the web role and its policies, the
 * audit included; and what the policies cost: the same searches with row-level security switched off.
 * `PEOPLE=20000 npm run bench:people` for a short run.
 */
import {nicknamesOf} from '../../app/domain/people/nicknames.ts';
import {nameWords} from '../../app/domain/people/names.ts';
import {findPeople, lookUp} from '../../app/domain/people/find-people.server.ts';
import {readSearch} from '../../app/domain/people/search-words.ts';
import {within} from '../../db/within.ts';
import {chanceFrom, type Chance} from './generate-random.ts';
import type {MadePerson} from './generate-people.ts';
import {makePeopleBed, type PeopleBed} from './people-bed.ts';

const COUNT = Number(process.env.PEOPLE ?? 200_000);
const A_KIND = 40;
const ROUNDS = 7;
const TODAY = '2026-11-22';
const UNDER_POLICY = ['people', 'person_keys', 'person_access', 'name_words'];

const kinds: Record<string, (person: MadePerson, chance: Chance) => string> = {
  'given and family name': ({given, family}) => `${given} ${family}`,
  'family name first': ({given, family}) => `${family}, ${given}`,
  'pet form': ({given, family}, chance) => `${chance.one([given, ...nicknamesOf(nameWords(given)[0]!)])} ${family}`,
  'slip of the fingers': ({given, family}, chance) => `${given} ${slip(family, chance)}`,
  'the commonest names': (_person, chance) =>
    chance.one(['John Smith', 'Margaret Smith', 'Mary Jones', 'David Jones', 'smith john']),
  'one common name': (_person, chance) => chance.one(['Smith', 'Jones', 'Margaret', 'John', 'Taylor']),
  'name and birth date': ({family, facts}) => `${family} ${british(facts.birthDate!)}`,
  'birth date': ({facts}) => british(facts.birthDate!),
  'name, year and outcode': ({given, facts}) =>
    `${given} ${facts.birthDate!.slice(0, 4)} ${facts.postcodes[0]!.split(' ')[0]}`,
  'NHS number': ({facts}) => facts.nhsNumbers[0] ?? '999 000 0018',
  telephone: ({facts}) => facts.phones[0]!.replace('+44', '0'),
  'end of a telephone number': ({facts}) => facts.phones[0]!.slice(-6),
  postcode: ({facts}) => facts.postcodes[0]!,
  reference: ({facts}) => facts.reference,
  'name of nobody': (_person, chance) => `Zzy${chance.one(['x', 'q'])}a Quibblethwaite`,
};

const bed = await makePeopleBed(COUNT);
try {
  await measure(bed);
} finally {
  await bed.stop();
}

async function measure({web, owner, viewer, sample}: PeopleBed) {
  const chance = chanceFrom(815);
  const searches = Object.entries(kinds).flatMap(([kind, typed]) =>
    Array.from({length: A_KIND}, () => ({kind, typed: typed(chance.one(sample), chance)})),
  );
  const asking = {viewer, today: TODAY};
  for (const {typed} of searches.filter((_, place) => place % 5 === 0)) await findPeople(web, typed, 1, asking);

  const times = new Map<string, number[]>();
  let found = 0;
  for (let round = 0; round < 3; round++)
    for (const {kind, typed} of searches) {
      const start = performance.now();
      const {total} = await findPeople(web, typed, 1, asking);
      const time = performance.now() - start;
      times.set(kind, [...(times.get(kind) ?? []), time]);
      if (total > 0) found++;
    }
  console.log(`${COUNT.toLocaleString('en-GB')} people, one search at a time, audit and commit included (ms)\n`);
  console.log('| search by | p50 | p95 |\n|---|---|---|');
  for (const [kind, all] of times) console.log(`| ${kind} | ${share(all, 0.5)} | ${share(all, 0.95)} |`);
  const all = [...times.values()].flat();
  console.log(`| **all ${all.length}** | **${share(all, 0.5)}** | **${share(all, 0.95)}** |`);
  console.log(
    `\n${found} of ${all.length} searches found someone; the slowest took ${Math.max(...all).toFixed(1)} ms.\n`,
  );

  // What the policies cost: round by round with and without, the searches alone (no audit).
  const ratios: number[] = [];
  const both: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const totals = [];
    for (const isForced of [true, false]) {
      await secure(isForced);
      let total = 0;
      for (const {typed} of searches.filter((_, place) => place % 4 === round % 4)) {
        const start = performance.now();
        await within(web, {purpose: 'find-person', viewer}, (tx) => lookUp(tx, readSearch(typed, TODAY)));
        const time = performance.now() - start;
        both[isForced ? 0 : 1].push(time);
        total += time;
      }
      totals.push(total);
    }
    ratios.push(totals[0]! / totals[1]!);
  }
  await secure(true);
  ratios.sort((one, other) => one - other);
  const ratio = (at: number) => `×${ratios[at]!.toFixed(2)}`;
  console.log('| the same searches without the audit | p50 | p95 |\n|---|---|---|');
  console.log(`| with the policies | ${share(both[0], 0.5)} | ${share(both[0], 0.95)} |`);
  console.log(`| without them | ${share(both[1], 0.5)} | ${share(both[1], 0.95)} |`);
  console.log(
    `\nTime with ÷ without, median of ${ROUNDS} rounds: ${ratio(Math.floor(ROUNDS / 2))} (${ratio(0)} to ${ratio(ROUNDS - 1)}).`,
  );

  async function secure(isForced: boolean) {
    const words = isForced ? 'enable' : 'disable';
    for (const table of UNDER_POLICY) await owner.unsafe(`alter table ${table} ${words} row level security`);
  }
}

function share(times: number[], part: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
}

function british(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

function slip(name: string, chance: Chance): string {
  const at = chance.whole(1, name.length - 2);
  return chance.happens(0.5)
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
}
