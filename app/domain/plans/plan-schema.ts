/** The shape of a plan as it is kept: what comes out of the database is checked by it. */
import {z} from 'zod';
import {
  ASPIRATIONS,
  LONG_WORDS,
  MOST_GOALS,
  MOST_STEPS,
  NAME_WORDS,
  SHORT_WORDS,
  type Aspiration,
  type Plan,
} from './plan-choices.ts';

const score = z.int().min(0).max(10).nullable();
const long = z.string().max(LONG_WORDS);

const step = z.object({
  what: z.string().min(1).max(SHORT_WORDS),
  who: z.string().max(NAME_WORDS),
  by: z.string().nullable(),
  isDone: z.boolean(),
  // Plans that were kept before the directory could be searched inside them have none.
  service: z.uuid().nullable().default(null),
});

const goal = z.object({
  words: z.string().min(1).max(SHORT_WORDS),
  now: score,
  wanted: score,
  tags: z.array(z.enum(Object.keys(ASPIRATIONS) as [Aspiration, ...Aspiration[]])),
  steps: z.array(step).max(MOST_STEPS),
});

export const planSchema: z.ZodType<Plan> = z.object({
  matters: long,
  strengths: long,
  around: long,
  goals: z.array(goal).max(MOST_GOALS),
  hard: long,
  reviewOn: z.string().nullable(),
});
