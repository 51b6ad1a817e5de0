/** What stands in a plan, in the person's own words; and how its form becomes one. Pure, safe in the browser. */
import {z} from 'zod';

/** What goals are about, said as somebody would say it of their own life: by these they are counted. */
export const ASPIRATIONS = {
  people: 'I see people I like being with',
  well: 'I look after my health in my own way',
  mind: 'I feel calmer and more like myself',
  home: 'I feel safe and at ease in my home',
  money: 'I can manage my money',
  purpose: 'I do things that matter to me',
  out: 'I get out and about',
  say: 'I have a say in what happens to me',
} as const;
export type Aspiration = keyof typeof ASPIRATIONS;
const aspirations = Object.keys(ASPIRATIONS) as [Aspiration, ...Aspiration[]];

export const AGREED_BY = {
  not_yet: 'Not agreed yet',
  person: 'By the person',
  together: 'By the person, with somebody they trust',
  carer: 'By somebody who cares for them',
  attorney: 'By their attorney',
} as const;
export type AgreedBy = keyof typeof AGREED_BY;

export const MOST_GOALS = 5;
export const MOST_STEPS = 4;
const LONG = 4000;
const SHORT = 300;

const score = z.int().min(0).max(10).nullable();
const step = z.object({
  what: z.string().min(1).max(SHORT),
  who: z.string().max(100),
  by: z.string().nullable(),
  isDone: z.boolean(),
});
const goal = z.object({
  words: z.string().min(1).max(SHORT),
  now: score,
  wanted: score,
  tags: z.array(z.enum(aspirations)),
  steps: z.array(step).max(MOST_STEPS),
});
export const planSchema = z.object({
  matters: z.string().max(LONG),
  strengths: z.string().max(LONG),
  around: z.string().max(LONG),
  goals: z.array(goal).max(MOST_GOALS),
  hard: z.string().max(LONG),
  reviewOn: z.string().nullable(),
});
export type Plan = z.infer<typeof planSchema>;

export const EMPTY_PLAN: Plan = {matters: '', strengths: '', around: '', goals: [], hard: '', reviewOn: null};

/** The parts in the person's words, each with the question that opens it. */
export const PLAN_PARTS = {
  matters: {title: 'What matters to me', asks: 'What matters most in your life?'},
  strengths: {title: 'What I am good at', asks: 'What are you good at, and what gives you strength?'},
  around: {title: 'People around me', asks: 'Who is there for you, and for whom are you there?'},
  hard: {title: 'When things get hard', asks: 'What helps you when things get hard? Whom do you ring?'},
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;

export type TypedPlan = Record<string, string>;
export type ReadPlan = {ok: true; plan: Plan} | {ok: false; problems: Record<string, string>};

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
    }
  }
  return typed;
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
    if (!z.iso.date().safeParse(value).success) problems[name] = 'Choose a day';
    return value;
  };
  const number = (name: string) => {
    const value = words(name, 40);
    if (!value) return null;
    if (!/^(\d|10)$/.test(value)) problems[name] = 'A whole number from 0 to 10';
    return Number(value);
  };
  const goals: Plan['goals'] = [];
  for (let place = 0; place < MOST_GOALS; place++) {
    const at = `goal.${place}`;
    const steps: Plan['goals'][number]['steps'] = [];
    for (let next = 0; next < MOST_STEPS; next++) {
      const name = `${at}.step.${next}`;
      const one = {
        what: words(`${name}.what`, SHORT),
        who: words(`${name}.who`, 100),
        by: day(`${name}.by`),
        isDone: typed[`${name}.done`] === 'yes',
      };
      if (one.what) steps.push(one);
      else if (one.who || one.by) problems[`${name}.what`] = 'Say what is to be done';
    }
    const one = {
      words: words(`${at}.words`, SHORT),
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
    matters: words('matters', LONG),
    strengths: words('strengths', LONG),
    around: words('around', LONG),
    goals,
    hard: words('hard', LONG),
    reviewOn: day('reviewOn'),
  };
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  if (isEmpty(plan)) return {ok: false, problems: {matters: 'Nothing is written yet'}};
  return {ok: true, plan};
}

const isEmpty = ({matters, strengths, around, goals, hard}: Plan) =>
  goals.length === 0 && !matters && !strengths && !around && !hard;
