import type {Plan, PlanPart} from '../../domain/plans/plan-choices.ts';
import {dayIn} from '../../i18n/days.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import type {Locale} from '../../i18n/locales.ts';

export const LAYOUTS = ['calm', 'large', 'easy'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const layoutIn = (asked: string | null): Layout => LAYOUTS.find((layout) => layout === asked) ?? 'calm';

/** The services that steps are about, by their ids: when, where, and how to reach them. */
export type StepServices = Record<string, {href: string; facts: string[]}>;

/** A part in the person's own words, under a heading in the words of a language. */
interface PartInWords {
  name: PlanPart;
  title: string;
  words: string;
}

interface GoalInWords {
  words: string;
  /** How it is now and how it should be, on the ruler and as a sentence. */
  scale: {now: number; wanted: number; says: string} | null;
  tags: string[];
  steps: {
    what: string;
    who: string;
    isDone: boolean;
    /** 'by 3 March 2026, done' */
    when: string;
    service: StepServices[string] | null;
  }[];
}

/** A plan as it is shown: all that is ours in one language, all that is the person's as they said it. */
export interface PlanInWords {
  /** Before the goals. */
  parts: PartInWords[];
  goalsTitle: string;
  goals: GoalInWords[];
  /** When things get hard: after the goals. */
  hard: PartInWords[];
  review: string | null;
  more: string;
}

interface InWords {
  locale: Locale;
  words: ServerText['ownLinks']['plan'];
  services: StepServices;
}

/** @param services those that steps are about and that are still listed */
export function planInWords(plan: Plan, {locale, words, services}: InWords): PlanInWords {
  const parts = (...names: PlanPart[]): PartInWords[] =>
    names.filter((name) => plan[name]).map((name) => ({name, title: words.parts[name], words: plan[name]}));
  return {
    parts: parts('matters', 'strengths', 'around'),
    goalsTitle: words.parts.goals,
    goals: plan.goals.map(({words: goal, now, wanted, tags, steps}) => ({
      words: goal,
      scale: now !== null && wanted !== null ? {now, wanted, says: words.scale(now, wanted)} : null,
      tags: tags.map((tag) => words.aspirations[tag]),
      steps: steps.map(({what, who, by, isDone, service}) => ({
        ...{what, who, isDone},
        when: [by && words.by(dayIn(locale, by, 'date')), isDone && words.done].filter(Boolean).join(', '),
        service: (service && services[service]) || null,
      })),
    })),
    hard: parts('hard'),
    review: plan.reviewOn && words.review(dayIn(locale, plan.reviewOn)),
    more: words.more,
  };
}
