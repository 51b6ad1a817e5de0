/** What the pages of the caseload are given: plain words and ids. */
import type {LogStart} from '../../domain/cases/case-choices.ts';
import type {Flags} from '../people/person-flags.tsx';

/** A case as a card or a row shows it. */
export interface CaseCardView {
  id: string;
  reference: string;
  name: string;
  status: string;
  tier: string;
  worker: string | null;
  /** Of a case of another organisation in which ours walks too: with whom. */
  together: string | null;
  needs: string;
  phone: string | null;
  phoneShown: string | null;
  /** 'Not safe to call', or nothing. */
  warning: string | null;
  reachNote: string | null;
  /** What must be known of the person before they are rung or visited. */
  mustKnow: Flags | null;
  /** What comes next, or why nothing does. */
  next: string;
  due: {words: string; state: 'late' | 'today' | 'later'; day: string} | null;
  contacts: string;
  waiting: string | null;
  /** In a day: what the form of a contact begins with. None where one was begun already, which goes on on its own page. */
  log?: LogStart | null;
}

export interface TimelineEntry {
  id: string;
  kind: 'reached' | 'tried' | 'event';
  what: string;
  at: string;
  words: string | null;
}
