/**
 * What a guide is: questions in the order of a conversation, and what their answers may suggest. A guide is data, read from
 * `db/seed/guides` or from what a lead has written in the product, and checked here either way. Safe in the browser.
 */
import {z} from 'zod';
import {problemsOfGuide} from './guide-checks.ts';
import {key, questionShape, scoreShape, words, type conditionShape, type suggestionShape} from './guide-shapes.ts';

/** A whole guide, whose parts fit each other. */
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
const keptAnswersShape = z.object({
  /** The id of the version of the guide that was used. */
  version: z.uuid(),
  answers: z.record(z.string().max(60), z.string().max(2000)),
});
type KeptAnswers = z.output<typeof keptAnswersShape>;

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
