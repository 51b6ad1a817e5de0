/** What the order weighs: a hit with all that is known of it, and what was asked. */
import type {Space} from '../document-schema.ts';
import type {Recognised} from '../understanding/understood.ts';
import type {Want} from '../understanding/wants.ts';

export interface Candidate {
  number: number;
  /** The engine's own score for the words, 0 to 1; null when it was not found by words. */
  textScore: number | null;
  /** How well its words match by our own measure (`terms.ts`), 0 to 1. */
  textMatch: number;
  /** The needs asked for that it answers: 0 is its main one, and how sure we are that the words mean it, 0 to 1. */
  needs: (Recognised & {position: number; isUsualKind: boolean})[];
  /** The kinds of service named that it is: 0 is its main one. */
  types: (Recognised & {position: number})[];
  /** How many kinds of service it is. */
  kindCount: number;
  /** How far the words lean to its needs and to its kinds, 0 to 1. */
  leans: {need: number; kind: number};
  /** Whether it only fills a page that would not be full: see `fill-page.ts`. */
  isFiller: boolean;
  /** Whether its name holds every word that was typed, and those do not name a kind of service. */
  isNamed: boolean;
  miles: number | null;
  coversHere: boolean;
  /** Everything it can be filtered by. */
  tokens: string[];
  /** Those of them that say for whom it is. */
  audiences: string[];
  /** The ages it takes, in whole years, both included. */
  ages: [number, number];
  space: Space;
  checkedOn: string | null;
}

export interface RankingQuestion {
  sort: 'best' | 'nearest' | 'checked';
  within: number | null;
  hasPlace: boolean;
  wants: Want[];
  /** How many telling words were typed. */
  wordCount: number;
  /** Whether a need or a kind of service was recognised. */
  hasTopic: boolean;
  /** Whether a story was told rather than a name given. */
  isSentence: boolean;
  /** Whether something is wrong: see `understand.ts`. */
  isTrouble: boolean;
  /** Needs asked for each for itself, whose answers take turns. */
  turns: string[];
  /** 'YYYY-MM-DD' */
  today: string;
}
