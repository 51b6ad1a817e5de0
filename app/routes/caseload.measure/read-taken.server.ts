/** Reads the form of a measure that a worker writes down. */
import {z} from 'zod';
import {answerProblems} from '../../components/measures/answer-problems.ts';
import type {TakenMeasure} from '../../domain/measures/case-measures.server.ts';
import {ANSWERED_BY, type AnsweredBy} from '../../domain/measures/measure-choices.ts';
import type {Scale} from '../../domain/measures/scale-schema.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {isOccasion} from '../../domain/measures/occasions.ts';
import {readAnswers} from '../../domain/measures/score.ts';
import type {NewMeasure} from '../../domain/measures/take-measure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {missing} from '../people.record/people-request.server.ts';

interface TypedTaken {
  answers: Record<string, string>;
  occasion: string;
  how: string;
  takenOn: string;
  answeredBy: string;
}

/** The scale that an address names. What is none leads to the page that says there is nothing. */
export function scaleOf(param: string | undefined): Scale {
  const scale = getScale(param ?? '');
  if (!scale) throw missing();
  return scale;
}

export function typedTaken(scale: Scale, form: FormData): TypedTaken {
  const field = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
  return {
    answers: Object.fromEntries(scale.items.map(({key}) => [key, field(key)])),
    occasion: field('occasion'),
    how: field('how'),
    takenOn: field('takenOn'),
    answeredBy: field('answeredBy'),
  };
}

/** An empty form, for the occasion that the address names. */
export function firstTyped(request: Request, today: string, answers: Record<string, string>): TypedTaken {
  const asked = new URL(request.url).searchParams.get('occasion') ?? '';
  const occasion = isOccasion(asked) ? asked : 'other';
  return {answers, occasion, how: 'worker', takenOn: today, answeredBy: 'person'};
}

/** The person's own words of the first time: their goals and concerns are rated again, not thought of anew. */
export function carriedWords(scale: Scale, measures: readonly TakenMeasure[]): Record<string, string> {
  const before = measures.filter((one) => one.scale === scale.key && one.struckReason === null);
  const carried = scale.items.filter(({answer}) => answer.kind === 'words' && answer.isCarried);
  return Object.fromEntries(
    carried.map(({key}) => [key, String(before.findLast(({answers}) => answers[key])?.answers[key] ?? '')]),
  );
}

type ReadTaken = {ok: true; taken: Omit<NewMeasure, 'scale'>} | {ok: false; problems: Record<string, string>};

export function readTaken(scale: Scale, typed: TypedTaken, today: string): ReadTaken {
  const read = readAnswers(scale, (key) => typed.answers[key] ?? '');
  const {problems: words} = textFor('en').ownLinks.answers;
  const problems = read.ok ? {} : answerProblems(read.problems, words);
  const takenOn = z.iso.date().safeParse(typed.takenOn);
  if (!takenOn.success) problems.takenOn = 'Say the day it was answered';
  else if (takenOn.data > today) problems.takenOn = 'This day is still to come';
  else if (takenOn.data < '2000-01-01') problems.takenOn = 'This day is too long ago';
  if (read.ok && Object.keys(read.answers).length === 0) problems[scale.items[0]!.key] = 'Nothing is answered yet';
  if (!read.ok || !takenOn.success || Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    taken: {
      answers: read.answers,
      occasion: isOccasion(typed.occasion) ? typed.occasion : 'other',
      takenOn: takenOn.data,
      how: typed.how === 'paper' ? 'paper' : 'worker',
      answeredBy: Object.hasOwn(ANSWERED_BY, typed.answeredBy) ? (typed.answeredBy as AnsweredBy) : 'person',
    },
  };
}
