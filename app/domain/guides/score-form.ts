/**
 * The score and the needs of a guide as fields of a form, and back. Points of a number are typed as people write them down:
 * `8: 3, 11: 1, 20: 0, more: 2` is 3 points up to 8, 1 up to 11, none up to 20, and 2 for more. Safe in the browser.
 */
import {followingFields, numberIn, places, readFollowing, type Problems, type Typed} from './form-parts.ts';
import {answersOf, type ReadGuide} from './guide-form.ts';
import {guideSchema, type Guide, type Question} from './guide-schema.ts';
import {scoreShape} from './guide-shapes.ts';

export const MOST_SCORE_SUGGESTIONS = 6;

type Band = {upTo?: number | undefined; points: number};

/** Questions that can be given points. */
export const countable = ({questions}: Guide): Question[] => questions.filter(({kind}) => kind !== 'text');

export function scoreFields({score}: Guide): Typed {
  if (!score) return {};
  const typed: Typed = {scoreName: score.name, explains: score.explains};
  for (const {question, bands, answers} of score.parts) {
    if (bands) typed[`p.${question}`] = bandsInWords(bands);
    for (const [answer, points] of Object.entries(answers ?? {})) typed[`p.${question}.${answer}`] = String(points);
  }
  for (const [place, {total, one, ...following}] of score.suggests.entries()) {
    const bounds = {[`t.${place}.total`]: String(total ?? ''), [`t.${place}.one`]: String(one ?? '')};
    Object.assign(typed, bounds, followingFields(`t.${place}`, following));
  }
  return typed;
}

const bandsInWords = (bands: readonly Band[]) =>
  bands.map(({upTo, points}) => `${upTo ?? 'more'}: ${points}`).join(', ');

/** The whole score in words, for whoever compares two versions. */
export function scoreInWords({score, questions}: Guide): string {
  if (!score) return '';
  const askOf = (key: string) => questions.find((question) => question.key === key)?.ask ?? key;
  const parts = score.parts.map(({question, bands, answers}) => {
    const points = bands
      ? bandsInWords(bands)
      : Object.entries(answers ?? {}).map(([answer, number]) => `${answer}: ${number}`);
    return `‘${askOf(question)}’ ${String(points).replaceAll(',', ', ').replaceAll('  ', ' ')}`;
  });
  const follows = score.suggests.map(({total, one, because}) =>
    total === undefined ? `one answer of ${one}: ${because}` : `from ${total}: ${because}`,
  );
  return [score.name, score.explains, ...parts, ...follows].join('; ');
}

/** Null for what is not written like that. */
export function readBands(text: string): Band[] | null {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  const bands = parts.filter(Boolean).map((part) => {
    const [, bound, points] = /^(more|-?\d+(?:\.\d+)?)\s*:\s*(\d{1,2})$/i.exec(part) ?? [];
    if (!bound) return null;
    return bound.toLowerCase() === 'more' ? {points: Number(points)} : {upTo: Number(bound), points: Number(points)};
  });
  return bands.every((band) => band !== null) ? bands : null;
}

/** The guide with its score as typed. With everything left empty it has none. */
export function withScore(guide: Guide, typed: Typed): ReadGuide {
  const problems: Problems = {};
  // In the order in which they stood, whatever the order of the questions.
  const placeOf = (key: string) => {
    const place = guide.score?.parts.findIndex(({question}) => question === key) ?? -1;
    return place < 0 ? Infinity : place;
  };
  const parts = countable(guide)
    .flatMap((question) => readPart(question, typed, problems))
    .sort((one, other) => (placeOf(one.question) < placeOf(other.question) ? -1 : 1));
  const suggests = places(typed, 't', MOST_SCORE_SUGGESTIONS).flatMap((place) => {
    const row = `t.${place}`;
    const {words, isEmpty, isRemoved, check} = readFollowing(typed, row);
    const [total, one] = ['total', 'one'].map((name) => numberIn(typed, `${row}.${name}`, problems));
    if (isRemoved || (isEmpty && total === undefined && one === undefined)) return [];
    if ((total === undefined) === (one === undefined)) problems[`${row}.total`] = 'Fill in one of the two';
    check(problems);
    return [{total, one, ...words}];
  });
  const [name, explains] = [typed.scoreName?.trim() ?? '', typed.explains?.trim() ?? ''];
  if (!name && !explains && parts.length === 0 && suggests.length === 0 && Object.keys(problems).length === 0) {
    const {score: _gone, ...rest} = guide;
    return {ok: true, guide: rest};
  }
  const score = scoreShape.safeParse({name, explains, parts, suggests});
  if (!score.success)
    for (const {path} of score.error.issues) problems[fieldOf(path)] ??= WORDS[String(path[0])] ?? MORE;
  if (!score.success || Object.keys(problems).length > 0) return {ok: false, problems};
  const read = guideSchema.safeParse({...guide, score: score.data});
  if (read.success) return {ok: true, guide: read.data};
  for (const {path} of read.error.issues) {
    const part = path[1] === 'parts' ? score.data.parts[Number(path[2])] : undefined;
    problems[part ? `p.${part.question}` : 'scoreName'] ??= part ? BANDS : MORE;
  }
  return {ok: false, problems};
}

type Part = {question: string; bands?: Band[]; answers?: Record<string, number>};

function readPart(question: Question, typed: Typed, problems: Problems): Part[] {
  const field = `p.${question.key}`;
  if (question.kind === 'number') {
    const text = typed[field]?.trim();
    if (!text) return [];
    const bands = readBands(text);
    if (!bands) problems[field] = BANDS;
    return [{question: question.key, bands: bands ?? []}];
  }
  const points = answersOf(question).map(
    (answer) => [answer, numberIn(typed, `${field}.${answer}`, problems)] as const,
  );
  if (points.every(([, number]) => number === undefined)) return [];
  for (const [answer, number] of points) {
    if (number === undefined) problems[`${field}.${answer}`] = 'Give each answer points: 0 for none';
  }
  return [
    {question: question.key, answers: Object.fromEntries(points.map(([answer, number]) => [answer, number ?? 0]))},
  ];
}

const BANDS = 'Write it like 8: 3, 11: 1, 20: 0, more: 2, the numbers rising and ‘more’ last';
const MORE = 'Check this';
const WORDS: Record<string, string> = {
  name: 'Give the score a name, in 60 letters at most',
  explains: 'Say what the score means, in 400 letters at most',
  parts: 'Give points to at least one question, from 0 to 10',
  suggests: 'Say what follows from it, at least once',
};

function fieldOf([part, place, name]: PropertyKey[]): string {
  if (part === 'name' || part === 'parts') return 'scoreName';
  if (part === 'suggests') return `t.${String(place ?? 0)}.${String(name ?? 'total')}`;
  return String(part);
}

/** A guide's needs as boxes to tick. */
export const needsFields = ({needs}: Guide): Typed => Object.fromEntries(needs.map((key) => [`need.${key}`, 'yes']));

/** The guide offered with the needs that are ticked. @param known keys of the one list */
export function withNeeds(guide: Guide, typed: Typed, known: ReadonlySet<string>): ReadGuide {
  const needs = Object.keys(typed).flatMap((name) => (name.startsWith('need.') ? [name.slice('need.'.length)] : []));
  if (needs.some((need) => !known.has(need)))
    return {ok: false, problems: {needs: 'One of these needs is not on the list any more: choose again'}};
  if (needs.length > 12) return {ok: false, problems: {needs: 'Choose 12 needs at most'}};
  return {ok: true, guide: {...guide, needs}};
}
