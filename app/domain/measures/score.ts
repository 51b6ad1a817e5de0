/** From answers to scores, each by its scale's own rule. Pure, and safe in the browser. */
import type {Answers, Scale, ScaleItem, ScaleScore} from './scale-schema.ts';

/** A score, or the items without which there is none. Nothing is guessed for what was left out. */
type Scored = {key: string; value: number} | {key: string; value: null; missing: string[]};

/** Every score of a scale from what was answered. */
export const scoreAnswers = (scale: Scale, answers: Answers): Scored[] =>
  scale.scores.map((score) => scoreOne(score, answers));

function scoreOne(score: ScaleScore, answers: Answers): Scored {
  const given = score.items.map((key) => answers[key]).filter((value) => typeof value === 'number');
  if (given.length < score.needs) {
    return {key: score.key, value: null, missing: score.items.filter((key) => typeof answers[key] !== 'number')};
  }
  const sum = given.reduce((all, one) => all + one, 0);
  const raised = score.isProrated ? (sum * score.items.length) / given.length : sum;
  const raw = score.how === 'mean' ? sum / given.length : raised;
  const value = score.table ? lookUp(score.table, raw) : raw;
  return {key: score.key, value: roundTo(value, score.decimals)};
}

/** @throws when the table does not know the raw score: a scale whose table has a hole is no scale */
function lookUp(table: [number, number][], raw: number): number {
  const found = table.find(([from]) => from === Math.round(raw));
  if (!found) throw new Error(`The conversion table has nothing for ${raw}`);
  return found[1];
}

/** To so many decimals, halves away from nought, as a reader with a pencil would. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor + 1e-9)) / factor;
}

/** The name of the stretch that a score lies in, or null where the scale has none. */
export function bandOf(score: ScaleScore, value: number): string | null {
  return score.bands.findLast(({from}) => value >= from)?.name ?? null;
}

/** Why something cannot be an answer to a question on `topic`. Each language puts it into its own words. */
export type AnswerProblem = {topic: string} & (
  {what: 'words'; most: number} | {what: 'choice'} | {what: 'number'; from: number; to: number}
);

type ReadAnswers = {ok: true; answers: Answers} | {ok: false; problems: Record<string, AnswerProblem>};

/**
 * Answers as a form sends them. An empty field is a question left out, which is always allowed; what cannot be an answer is
 * refused beside its field.
 * @param fields text by the key of the item
 */
export function readAnswers(scale: Scale, fields: (key: string) => string): ReadAnswers {
  const answers: Answers = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const item of scale.items) {
    const typed = fields(item.key).trim();
    if (!typed) continue;
    const read = readOne(item, typed);
    if (read === null) problems[item.key] = whatFits(item);
    else answers[item.key] = read;
  }
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {ok: true, answers};
}

function readOne({answer}: ScaleItem, typed: string): number | string | null {
  if (answer.kind === 'words') return typed.length <= MOST_WORDS ? typed : null;
  if (!/^-?\d{1,6}([.,]\d{1,4})?$/.test(typed)) return null;
  const value = Number(typed.replace(',', '.'));
  if (answer.kind === 'choice') return answer.choices.some((choice) => choice.value === value) ? value : null;
  const decimals = answer.kind === 'number' ? answer.decimals : 0;
  if (value < answer.from || value > answer.to || roundTo(value, decimals) !== value) return null;
  return value;
}

/** A concern or a goal is a sentence or two. */
const MOST_WORDS = 500;

function whatFits({answer, topic}: ScaleItem): AnswerProblem {
  if (answer.kind === 'words') return {topic, what: 'words', most: MOST_WORDS};
  if (answer.kind === 'choice') return {topic, what: 'choice'};
  return {topic, what: 'number', from: answer.from, to: answer.to};
}
