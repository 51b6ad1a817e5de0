/**
 * The file of a site with measures of its own (SCALES_FILE, docs/measures.md): local scales, the licensed wording of scales
 * that come without, and when what is asked. Pure.
 */
import {z} from 'zod';
import {scaleSchema, type Scale} from './scale-schema.ts';
import {scheduleSchema, SCHEDULES, type Schedule} from './schedule.ts';
import {SHIPPED_SCALES} from './shipped-scales.ts';

const words = z.string().trim().min(1).max(400);

/** The words of a scale whose topics and scoring come with the product. */
const wordingSchema = z.strictObject({
  key: z.string(),
  /** The reference under which the holder lets this site show them. */
  licence: words,
  intro: words.nullable().default(null),
  /** Each question, by the key of its item. */
  questions: z.record(z.string(), words),
  /** The answers, in the order of their numbers, where the items are answered by choosing. */
  answers: z.array(words).max(12).default([]),
});
type Wording = z.output<typeof wordingSchema>;

const ownMeasuresSchema = z.strictObject({
  scales: z.array(scaleSchema).max(100).default([]),
  wording: z.array(wordingSchema).max(20).default([]),
  schedules: z.array(scheduleSchema).max(30).default([]),
});

export interface Measures {
  scales: Map<string, Scale>;
  schedules: readonly Schedule[];
}

/** What the product brings by itself. */
export const shippedMeasures = (): Measures => ({
  scales: new Map(SHIPPED_SCALES.map((scale) => [scale.key, scaleSchema.parse(scale)])),
  schedules: SCHEDULES,
});

/**
 * What the product brings, and over it what the file of a site says: a scale or a schedule with a key that is there already
 * takes its place.
 * @param file as it was read from JSON
 */
export function readOwnMeasures(file: unknown): {ok: true; measures: Measures} | {ok: false; problem: string} {
  const read = ownMeasuresSchema.safeParse(file);
  if (!read.success) return {ok: false, problem: inOneLine(read.error.issues[0]!, file)};
  const {scales: own, wording, schedules} = read.data;
  const {scales} = shippedMeasures();
  for (const scale of own) scales.set(scale.key, scale);
  for (const [place, one] of wording.entries()) {
    const scale = scales.get(one.key);
    const problem = scale ? wordingProblem(scale, one) : `there is no scale ${one.key}`;
    if (problem) return {ok: false, problem: `wording ${place + 1} (${one.key}): ${problem}`};
    scales.set(one.key, worded(scale!, one));
  }
  for (const {key, scales: asked} of schedules) {
    const unknown = asked.find((name) => !scales.has(name));
    if (unknown) return {ok: false, problem: `schedule ${key}: there is no scale ${unknown}`};
  }
  const keys = new Set(schedules.map(({key}) => key));
  return {ok: true, measures: {scales, schedules: [...SCHEDULES.filter(({key}) => !keys.has(key)), ...schedules]}};
}

/** 'scales 2 (sleep), items.0.words: …': which of them, by its place and its key, then where in it. */
function inOneLine({path, message}: z.core.$ZodIssue, file: unknown): string {
  const [list, place, ...rest] = path;
  if (list === undefined) return message;
  if (typeof place !== 'number') return `${path.join('.')}: ${message}`;
  const one = (file as Record<string, {key?: unknown}[]>)[String(list)]?.[place];
  const name = typeof one?.key === 'string' ? ` (${one.key})` : '';
  return `${String(list)} ${place + 1}${name}${rest.length > 0 ? `, ${rest.join('.')}` : ''}: ${message}`;
}

function wordingProblem({items}: Scale, {questions, answers}: Wording): string | null {
  const strange = Object.keys(questions).find((key) => !items.some((item) => item.key === key));
  if (strange) return `there is no question ${strange}`;
  const missing = items.find(({key, words: known}) => known === null && !questions[key]);
  if (missing) return `the question ${missing.key} has no words`;
  const unequal = items.find(
    ({answer}) =>
      answer.kind === 'choice' &&
      answer.choices.length !== answers.length &&
      (answers.length > 0 || answer.choices.some((choice) => choice.words === null)),
  );
  if (unequal?.answer.kind !== 'choice') return null;
  return `expected ${unequal.answer.choices.length} answers, as ${unequal.key} has, got ${answers.length}`;
}

function worded(scale: Scale, {licence, intro, questions, answers}: Wording): Scale {
  return {
    ...scale,
    intro: intro ?? scale.intro,
    licence: scale.licence && {...scale.licence, reference: licence},
    items: scale.items.map(({answer, ...item}) => ({
      ...item,
      words: questions[item.key] ?? item.words,
      answer:
        answer.kind === 'choice' && answers.length > 0
          ? {...answer, choices: answer.choices.map((choice, place) => ({...choice, words: answers[place]!}))}
          : answer,
    })),
  };
}
