/** What counts for how much in the order: see `ranking.ts`. Set on one half of the judged set and checked on the other (`test/relevance`). */
import type {Space} from '../document-schema.ts';

export const WEIGHTS = {
  /** How well a listing answers a need, by the place the need has among the needs it is for; the last stands for all after it. */
  need: [0.8, 0.68, 0.6, 0.6],
  /** When its main kind of service is not one that usually answers the need. */
  unusualKind: 0.85,
  /** When a single telling word was typed, that word itself tells more than the need behind it. */
  needOfOneWord: 0.6,
  /** How well a listing of a kind that was named answers, when it is its main kind and when it is not. */
  kind: [0.86, 0.72],
  /** How much the topic (need or kind) counts beside the listing's own words, when a topic was recognised: less for a name than for a story. */
  topic: {name: 0.3, sentence: 0.37, alone: 0.8},
  /** What answers a second need or kind beside the best counts this much of that as well. */
  alsoTopic: 0.2,
  /** How well a listing says the very words of a need or of a kind, by the place that has among what it is for. */
  saidByNeed: [0.35, 0.3, 0.25],
  saidByKind: [0.2, 0.15],
  /** When only the engine sees a likeness in the words (a typo), its score counts this much. */
  engineText: 0.3,
  /** How much the small words count when there are no others. */
  smallWords: 0.3,
  /** Above 1 sets what has all the words of a name further above what has some: a name is meant whole, of a story some words are enough. */
  wholeName: 1.5,
  /** Above 1 makes relevance count for more beside the rest. */
  sharpness: 1,

  /** What the words lean to, sure or not, lifts a listing by up to these shares. */
  leaning: {need: 0.25, kind: 0.2},
  /** A listing whose name holds every word that was typed. */
  named: 2.2,
  /** What is in every way like the first answers is lifted by this share: more for a story, whose own words say less. */
  likeness: {name: 1, sentence: 1.4},
  /** What the words only lean to, where it fills a page, counts this much as a topic of its own. */
  filler: 0.1,
  /** What is of two kinds is this share less of each, and what is of three or more twice that. */
  manyKinds: 0.04,

  /** At this share of the distance asked for, nearness has fallen half-way to its floor. */
  halfWay: 0.4,
  /** Nearness at a very long distance: a far answer still beats a wrong one. */
  farthest: 0.5,
  /** What covers the place asked about counts like something this share of the distance away. */
  coversLike: 0.35,

  space: {open: 1, limited: 0.99, unknown: 0.98, 'waiting-list': 0.95, full: 0.92} satisfies Record<Space, number>,
  /** Details nobody has confirmed for a year may be wrong. */
  stale: 0.94,

  /** Whoever is in trouble can ring from anywhere, and today: what answers by telephone is lifted by this share. */
  byPhone: 0.1,

  /** Each wish granted (free, on a Tuesday, for carers) lifts a listing by this share; an age it does not take drops it. */
  wishGranted: 0.14,
  /** The same for a day or a language that was named. */
  plainWishGranted: 0.3,
  /** The same for an age: the more, the fewer of the six bands of age the listing takes (one, two, three, more). */
  meantForAge: [0.3, 0.25, 0.1, 0],
  /** What is for people nobody named, and whom the topic does not suggest, stands this share lower. */
  forOthers: 0.2,
  wrongAge: 0.3,
  /** What takes nobody of the age that people spoken of are ('pensioners', 'kids'), and is not for them otherwise. */
  wrongForAudience: 0.6,
};
export type Weights = typeof WEIGHTS;
