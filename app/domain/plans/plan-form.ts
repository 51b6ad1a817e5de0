/** How the form of a plan becomes a plan, and a plan a form. Pure, and safe in the browser. */
import {
  AGREED_BY,
  ASPIRATIONS,
  LONG_WORDS,
  MOST_GOALS,
  MOST_STEPS,
  NAME_WORDS,
  PLAN_PARTS,
  SHORT_WORDS,
  type AgreedBy,
  type Aspiration,
  type Plan,
  type PlanGoal,
  type PlanStep,
} from './plan-choices.ts';

const aspirations = Object.keys(ASPIRATIONS) as Aspiration[];
const ID_LENGTH = 36;

interface PlanField {
  /** How long what is typed in it may be. */
  most: number;
  /** Ticked, it holds 'yes'; else nothing. */
  isTicked: boolean;
}

/** Every field of the form. */
export const PLAN_FIELDS: ReadonlyMap<string, PlanField> = new Map(planFields());

function* planFields(): Generator<[string, PlanField]> {
  const typed = (name: string, most: number): [string, PlanField] => [name, {most, isTicked: false}];
  const ticked = (name: string): [string, PlanField] => [name, {most: 3, isTicked: true}];
  for (const part of Object.keys(PLAN_PARTS)) yield typed(part, LONG_WORDS);
  for (let goal = 0; goal < MOST_GOALS; goal++) {
    const at = `goal.${goal}`;
    yield typed(`${at}.words`, SHORT_WORDS);
    yield typed(`${at}.now`, 40);
    yield typed(`${at}.wanted`, 40);
    for (const tag of aspirations) yield ticked(`${at}.tag.${tag}`);
    for (let step = 0; step < MOST_STEPS; step++) {
      const name = `${at}.step.${step}`;
      yield typed(`${name}.what`, SHORT_WORDS);
      yield typed(`${name}.who`, NAME_WORDS);
      yield typed(`${name}.by`, 40);
      yield typed(`${name}.service`, ID_LENGTH);
      yield ticked(`${name}.done`);
    }
  }
  yield typed('reviewOn', 40);
  yield typed('agreedBy', 20);
}

/** What stands in the fields of the form, by their names. */
export type TypedPlan = Record<string, string>;
type ReadPlan = {ok: true; plan: Plan} | {ok: false; problems: Record<string, string>};

/** The fields of the form as they stand for a plan; a tag is 'yes' in a field of its own. */
export function typedPlan({goals, reviewOn, ...words}: Plan): TypedPlan {
  const typed: TypedPlan = {...words, reviewOn: reviewOn ?? ''};
  for (const [place, one] of goals.entries()) {
    const at = `goal.${place}`;
    typed[`${at}.words`] = one.words;
    typed[`${at}.now`] = String(one.now ?? '');
    typed[`${at}.wanted`] = String(one.wanted ?? '');
    for (const tag of one.tags) typed[`${at}.tag.${tag}`] = 'yes';
    for (const [next, part] of one.steps.entries()) {
      typed[`${at}.step.${next}.what`] = part.what;
      typed[`${at}.step.${next}.who`] = part.who;
      typed[`${at}.step.${next}.by`] = part.by ?? '';
      if (part.isDone) typed[`${at}.step.${next}.done`] = 'yes';
      if (part.service) typed[`${at}.step.${next}.service`] = part.service;
    }
  }
  return typed;
}

/**
 * How many goals the form shows, and how many steps of each: one more than are in use.
 * @param value what stands in a field
 */
export function shownFields(value: (name: string) => string): number[] {
  const names = [...PLAN_FIELDS.keys()];
  const inUse = (start: string) => names.some((name) => name.startsWith(start) && value(name) !== '');
  const shown = (most: number, start: (place: number) => string) => {
    const used = Array.from({length: most}, (_, place) => inUse(start(place))).lastIndexOf(true) + 1;
    return Math.min(most, used + 1);
  };
  return Array.from({length: shown(MOST_GOALS, (place) => `goal.${place}.`)}, (_, place) =>
    shown(MOST_STEPS, (next) => `goal.${place}.step.${next}.`),
  );
}

/** Reads the form. A goal without words and a step without any are not there; what cannot be is refused beside its field. */
export function readPlan(typed: TypedPlan): ReadPlan {
  const problems: Record<string, string> = {};
  const words = (name: string, most: number) => {
    const value = (typed[name] ?? '').replace(/\r\n?/g, '\n').trim();
    if (value.length > most) problems[name] = `Use ${most} letters or fewer`;
    return value;
  };
  const day = (name: string) => {
    const value = words(name, 40);
    if (!value) return null;
    if (!isDay(value)) problems[name] = 'Choose a day';
    return value;
  };
  const number = (name: string) => {
    const value = words(name, 40);
    if (!value) return null;
    if (!/^(\d|10)$/.test(value)) problems[name] = 'A whole number from 0 to 10';
    return Number(value);
  };
  const goals: PlanGoal[] = [];
  for (let place = 0; place < MOST_GOALS; place++) {
    const at = `goal.${place}`;
    const steps: PlanStep[] = [];
    for (let next = 0; next < MOST_STEPS; next++) {
      const name = `${at}.step.${next}`;
      const one = {
        what: words(`${name}.what`, SHORT_WORDS),
        who: words(`${name}.who`, NAME_WORDS),
        by: day(`${name}.by`),
        isDone: typed[`${name}.done`] === 'yes',
        service: ID.test(typed[`${name}.service`] ?? '') ? typed[`${name}.service`]! : null,
      };
      if (one.what) steps.push(one);
      else if (one.who || one.by) problems[`${name}.what`] = 'Say what is to be done';
    }
    const one = {
      words: words(`${at}.words`, SHORT_WORDS),
      now: number(`${at}.now`),
      wanted: number(`${at}.wanted`),
      tags: aspirations.filter((tag) => typed[`${at}.tag.${tag}`] === 'yes'),
      steps,
    };
    if (one.words) goals.push(one);
    else if (steps.length > 0 || one.now !== null || one.wanted !== null)
      problems[`${at}.words`] = 'Say what is to change';
  }
  const plan: Plan = {
    matters: words('matters', LONG_WORDS),
    strengths: words('strengths', LONG_WORDS),
    around: words('around', LONG_WORDS),
    goals,
    hard: words('hard', LONG_WORDS),
    reviewOn: day('reviewOn'),
  };
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  if (isEmpty(plan)) return {ok: false, problems: {matters: 'Nothing is written yet'}};
  return {ok: true, plan};
}

const isEmpty = ({matters, strengths, around, goals, hard}: Plan) =>
  goals.length === 0 && !matters && !strengths && !around && !hard;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A day that there is, as 'YYYY-MM-DD'. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

/** Who has agreed, as the form says. */
export const agreedByOf = ({agreedBy = ''}: TypedPlan): AgreedBy =>
  Object.hasOwn(AGREED_BY, agreedBy) ? (agreedBy as AgreedBy) : 'not_yet';
