import type {ISql} from '../../db/client.ts';
import type {Retriever} from '../engines/retriever.ts';
import type {Suggestion} from '../service.ts';
import type {Vocabulary} from '../understanding/vocabulary.ts';
import {plainWords} from '../understanding/words.ts';

const MOST = 8;
const MOST_NEEDS = 3;
const MOST_TYPES = 2;

/** What a person may be about to say: needs by their phrases, kinds of service, then listings by name. Works from two letters. */
export async function suggest(
  sql: ISql,
  retriever: Retriever,
  vocabulary: Vocabulary,
  typed: string,
): Promise<Suggestion[]> {
  const words = plainWords(typed).slice(0, 8);
  if (words.join('').length < 2) return [];

  const types: Suggestion[] = best(vocabulary.types, MOST_TYPES, (type) =>
    Math.max(nameScore(words, type.name), ...type.also.map((name) => startScore(words, plainWords(name)))),
  ).map((type) => ({kind: 'type', label: type.name, key: type.key}));
  // One word begins too many phrases ('walk' begins 'walking frame'): until there is more, a need is known by its name and one-word phrases.
  const needs: Suggestion[] = best(vocabulary.needs, MOST_NEEDS, (need) =>
    Math.max(
      nameScore(words, need.name),
      ...need.phrases
        .map(plainWords)
        .filter((phrase) => words.length > 1 || phrase.length === 1)
        .map((phrase) => startScore(words, phrase)),
    ),
  ).map((need) => ({kind: 'need', label: need.name, key: need.key}));
  const numbers = await retriever.startingWith(words.join(' '), MOST - needs.length - types.length);
  const rows = numbers.length
    ? await sql<{number: number; name: string; slug: string}[]>`
        select number, name, slug from listings where number = any(${numbers}::integer[]) and is_listed
      `
    : [];
  const listings = numbers.flatMap((number) => {
    const row = rows.find((one) => one.number === number);
    return row ? [{kind: 'listing' as const, label: row.name, key: row.slug}] : [];
  });
  return words.length > 1 ? [...needs, ...types, ...listings] : [...types, ...needs, ...listings];
}

/** What people read in the list comes before what it is also known by. */
function nameScore(typed: string[], name: string): number {
  const score = startScore(typed, plainWords(name));
  return score > 0 ? score + 1 : 0;
}

/** 1 when every word typed begins a word of the phrase (the last one perhaps half typed), weighed by how much of the phrase that is; else 0. */
function startScore(typed: string[], phrase: string[]): number {
  if (phrase.length === 0) return 0;
  const left = [...phrase];
  for (const [index, word] of typed.entries()) {
    const isLast = index === typed.length - 1;
    const at = left.findIndex((other) => (isLast ? other.startsWith(word) : other === word));
    if (at < 0) return 0;
    left.splice(at, 1);
  }
  return typed.length / phrase.length + (phrase[0]!.startsWith(typed[0]!) ? 0.5 : 0);
}

const best = <T>(all: T[], most: number, score: (one: T) => number): T[] =>
  all
    .map((one) => ({one, score: score(one)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({one}) => one);
