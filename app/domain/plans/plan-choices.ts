/** What a plan is and what can be chosen in it. Safe in the browser. */
import type {CalendarDate} from '../dates/calendar-date.ts';

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

export const AGREED_BY = {
  not_yet: 'Not agreed yet',
  person: 'By the person',
  together: 'By the person, with somebody they trust',
  carer: 'By somebody who cares for them',
  attorney: 'By their attorney',
} as const;
export type AgreedBy = keyof typeof AGREED_BY;

export const MOST_GOALS = 5;
export const MOST_STEPS = 6;
export const LONG_WORDS = 4000;
export const SHORT_WORDS = 300;
export const NAME_WORDS = 100;

export interface PlanStep {
  what: string;
  who: string;
  by: CalendarDate | null;
  isDone: boolean;
  /** The id of the service of the directory that it is about, or null. */
  service: string | null;
}

export interface PlanGoal {
  words: string;
  /** How it is now and how it should be, 0 to 10. */
  now: number | null;
  wanted: number | null;
  tags: Aspiration[];
  steps: PlanStep[];
}

/** What stands in a plan, in the person's own words. */
export interface Plan {
  matters: string;
  strengths: string;
  around: string;
  goals: PlanGoal[];
  hard: string;
  reviewOn: CalendarDate | null;
}

export const EMPTY_PLAN: Plan = {matters: '', strengths: '', around: '', goals: [], hard: '', reviewOn: null};

/** The parts in the person's words, each with the question that opens it. */
export const PLAN_PARTS = {
  matters: {title: 'What matters to me', asks: 'What matters most in your life?'},
  strengths: {title: 'What I am good at', asks: 'What are you good at, and what gives you strength?'},
  around: {title: 'People around me', asks: 'Who is there for you, and for whom are you there?'},
  hard: {title: 'When things get hard', asks: 'What helps you when things get hard? Whom do you ring?'},
} as const;
export type PlanPart = keyof typeof PLAN_PARTS;
