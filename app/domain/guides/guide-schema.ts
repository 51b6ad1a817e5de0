/**
 * What a guide is: questions in the order of a conversation, and what their answers may suggest. A guide is data, read from
 * `db/seed/guides` or from what a lead has written in the product, and checked here either way. Safe in the browser.
 */
import {z} from 'zod';
import {disciplines, type Discipline} from '../access/roles.ts';
import {PRIORITIES, type Priority} from '../calls/call-choices.ts';
import {dispositionKinds} from '../calls/dispositions.ts';
import {problemsOfGuide} from './guide-checks.ts';

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, figures and single hyphens')
  .max(40);
const words = (most: number) => z.string().trim().min(1, 'expected some words').max(most);

/** What an answer has to be for something to follow from it: one of some words, or a number within bounds. */
const testShape = {
  is: z.array(z.string().min(1).max(40)).min(1).max(12).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
};
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

export const guideSchema = z
  .strictObject({
    key,
    title: words(80),
    /** When to use it. */
    when: words(400),
    writtenBy: words(300),
    /** The day by which somebody should look whether it is still right: 'YYYY-MM-DD'. */
    reviewBy: z.iso.date(),
    sources: z.array(words(300)).min(1).max(12),
    /** Needs of the one list with which it is offered. */
    needs: z.array(key).max(12).default([]),
    questions: z.array(questionShape).min(1).max(40),
    score: scoreShape.optional(),
  })
  .superRefine((guide, context) => {
    for (const {path, message} of problemsOfGuide(guide)) context.addIssue({code: 'custom', path, message});
  });

export type Guide = z.output<typeof guideSchema>;
export type Question = Guide['questions'][number];
export type Condition = z.output<typeof conditionShape>;
export type Following = Omit<z.output<typeof suggestionShape>, 'when'>;

/** What was answered, by the key of the question. A number stands as it was typed. */
export type Answers = Record<string, string>;

/** What stands in the field `guide.<key>` of a call. */
export const keptAnswersShape = z.object({
  /** The id of the version of the guide that was used. */
  version: z.uuid(),
  answers: z.record(z.string().max(60), z.string().max(2000)),
});
export type KeptAnswers = z.output<typeof keptAnswersShape>;

/** Reads the field of a call; null for what is empty or no such thing. */
export function readKeptAnswers(value: string | undefined): KeptAnswers | null {
  if (!value) return null;
  try {
    const read = keptAnswersShape.safeParse(JSON.parse(value));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** What every guide says about itself, on screen. */
export const GUIDE_NOTICE =
  'A guide helps you to ask. It does not replace your judgement or that of a professional: you decide, and if you are worried, act on that.';

export const YES_NO_ANSWERS = {yes: 'Yes', no: 'No', not_sure: 'Not sure'} as const;
