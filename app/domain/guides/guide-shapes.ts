/** The parts that a guide is made of, each checked by itself. Safe in the browser. */
import {z} from 'zod';
import {disciplines, type Discipline} from '../access/roles.ts';
import {PRIORITIES, type Priority} from '../queues/priorities.ts';
import {dispositionKinds} from '../calls/dispositions.ts';

/** What something in a guide is known by: it never changes, and answers are kept under it. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, figures and single hyphens')
  .max(40);
/** Words that must be there, and how many characters they may have. */
export const words = (most: number) => z.string().trim().min(1, 'expected some words').max(most);

/** What an answer has to be for something to follow from it: one of some words, or a number within bounds. */
const testShape = {
  is: z.array(z.string().min(1).max(40)).min(1).max(12).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
};
/** An earlier answer on which it depends whether a question is asked. */
export const conditionShape = z.strictObject({question: key, ...testShape});

/** Something that follows from an answer. It is said to the call handler, with its reason; it never does anything itself. */
const followingShape = {
  priority: z.enum(Object.keys(PRIORITIES) as [Priority, ...Priority[]]).optional(),
  discipline: z.enum(Object.keys(disciplines) as [Discipline, ...Discipline[]]).optional(),
  disposition: z.enum(dispositionKinds).optional(),
  /** A number to ring, now or first. */
  ring: z.enum(['999', '111']).optional(),
  /** What to say or do. */
  advice: words(400).optional(),
  because: words(300),
};
/** What may follow from the answer to one question. */
export const suggestionShape = z.strictObject({when: z.strictObject(testShape), ...followingShape});

const asked = {
  key,
  /** The question, as it is said aloud. */
  ask: words(300),
  /** A help for whoever asks; not said aloud. */
  hint: words(400).optional(),
  showIf: z.array(conditionShape).max(6).default([]),
  suggests: z.array(suggestionShape).max(12).default([]),
};
/** One question, of the kind that says how it is answered. */
export const questionShape = z.discriminatedUnion('kind', [
  z.strictObject({...asked, kind: z.literal('yes_no')}),
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    options: z
      .array(z.strictObject({value: key, label: words(120)}))
      .min(2)
      .max(10),
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    unit: words(40),
    /** What is at all possible. Anything else was mistyped or misread. */
    from: z.number(),
    to: z.number(),
    decimals: z.literal([0, 1]).default(0),
  }),
  z.strictObject({...asked, kind: z.literal('text')}),
]);

/** Points for what was measured, added up: an early-warning score. */
export const scoreShape = z.strictObject({
  name: words(60),
  explains: words(400),
  parts: z
    .array(
      z.strictObject({
        question: key,
        /** Of a number: the points up to and with each bound; the last band has none. */
        bands: z.array(z.strictObject({upTo: z.number().optional(), points: z.int().min(0).max(10)})).optional(),
        /** Of a choice: the points of each answer. */
        answers: z.record(z.string(), z.int().min(0).max(10)).optional(),
      }),
    )
    .min(1)
    .max(12),
  suggests: z
    .array(
      z.strictObject({
        /** The sum from which it follows, */
        total: z.int().min(1).optional(),
        /** or the points of any one part. */
        one: z.int().min(1).optional(),
        ...followingShape,
      }),
    )
    .min(1)
    .max(6),
});
