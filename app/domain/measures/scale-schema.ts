/**
 * What a scale is: its questions, and how answers become scores. Every scale is data of this shape, checked when it is
 * loaded, so that a partnership adds its own without a line of code. Safe in the browser.
 */
import {z} from 'zod';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'small letters, figures and _');
const words = z.string().trim().min(1).max(400);
const finite = z.number().finite();

const answer = z.discriminatedUnion('kind', [
  /** One of a few; the words may be withheld by a licence, the numbers not. */
  z.object({
    kind: z.literal('choice'),
    choices: z
      .array(z.object({value: finite, words: words.nullable()}))
      .min(2)
      .max(12),
  }),
  /** A whole number on a line with a name at each end. */
  z.object({kind: z.literal('line'), from: z.int(), to: z.int(), low: words, high: words}),
  /** A number that another tool has worked out. */
  z.object({kind: z.literal('number'), from: finite, to: finite, decimals: z.int().min(0).max(2)}),
  /** The person's own words. Said once, they stand there again the next time, and are not asked for again. */
  z.object({kind: z.literal('words'), isCarried: z.boolean().default(false)}),
]);

const item = z.object({
  key,
  /** What it is about; shown where the licensed wording is not there. */
  topic: words,
  /** The question as it is put; null when a licence withholds it. */
  words: words.nullable(),
  answer,
  /** Left out without its score being lost, where the score's own rule allows that. */
  isOptional: z.boolean().default(false),
});

const band = z.object({from: finite, name: words});

const score = z.object({
  key,
  name: words,
  items: z.array(key).min(1),
  /** `value`: the one answer as it is. `sum` and `mean`: over what was answered, by the rule below. */
  how: z.enum(['value', 'sum', 'mean']),
  /** How many must be answered for there to be a score. With fewer there is none, and nothing is guessed. */
  needs: z.int().min(1),
  /** A sum with gaps is raised in proportion. Only where the scale's authors say so. */
  isProrated: z.boolean().default(false),
  /** What each raw score becomes. */
  table: z.array(z.tuple([finite, finite])).optional(),
  better: z.enum(['higher', 'lower']),
  least: finite,
  most: finite,
  decimals: z.int().min(0).max(2).default(0),
  /** Answers in an order without even steps: shares are told of it, means are not. */
  isOrdinal: z.boolean().default(false),
  /** A change at least this large is more than the scale's own wobble; null where nobody has agreed one. */
  reliableChange: z.object({points: finite.positive(), source: words}).nullable(),
  /** Names for stretches of the score, from low to high. */
  bands: z.array(band).default([]),
});

export const scaleSchema = z
  .object({
    key,
    name: words,
    shortName: words,
    /** The edition of the questions or of the scoring. */
    version: words,
    source: words,
    /** Null: anyone may use the wording. Else who grants it, and the reference under which this site may show it. */
    licence: z.object({holder: words, reference: words.nullable()}).nullable(),
    /** Said before the questions. */
    intro: words.nullable(),
    items: z.array(item).min(1).max(40),
    scores: z.array(score).min(1).max(10),
  })
  .superRefine((scale, context) => {
    const problem = (path: (string | number)[], message: string) => context.addIssue({code: 'custom', path, message});
    const items = new Map(scale.items.map((one) => [one.key, one]));
    if (items.size < scale.items.length) problem(['items'], 'two items have the same key');
    for (const [place, one] of scale.items.entries()) {
      if ('from' in one.answer && one.answer.from >= one.answer.to) problem(['items', place], 'from must be below to');
    }
    for (const [place, one] of scale.scores.entries()) {
      const at = ['scores', place];
      const parts = one.items.map((name) => items.get(name));
      if (parts.some((part) => !part)) problem([...at, 'items'], 'there is no such item');
      if (parts.some((part) => part?.answer.kind === 'words')) problem([...at, 'items'], 'words cannot be scored');
      if (one.needs > one.items.length) problem([...at, 'needs'], 'more than there are items');
      if (one.how === 'value' && one.items.length !== 1) problem([...at, 'items'], 'a value is of one item');
      if (one.how === 'sum' && one.needs < one.items.length && !one.isProrated)
        problem([...at, 'needs'], 'a sum with gaps must say that it is raised in proportion');
      if (one.least >= one.most) problem([...at, 'least'], 'must be below most');
      if (one.bands.some(({from}, next) => next > 0 && from <= one.bands[next - 1]!.from))
        problem([...at, 'bands'], 'must rise');
      if (one.table && new Set(one.table.map(([raw]) => raw)).size < one.table.length)
        problem([...at, 'table'], 'a raw score stands there twice');
    }
  });

export type Scale = z.infer<typeof scaleSchema>;
export type ScaleItem = Scale['items'][number];
export type ScaleScore = Scale['scores'][number];

/** Answers by the key of their item. What was not answered is not there. */
export type Answers = Record<string, number | string>;
