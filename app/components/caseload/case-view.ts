import type {CaseCardView, TimelineEntry} from './caseload-view.ts';

/** One case in full, ready to be read. */
export interface CaseView extends CaseCardView {
  version: number;
  isMdtSuggested: boolean;
  isOurs: boolean;
  /** Another organisation's, in which the viewer's own walks too. */
  isJoint: boolean;
  partnerName: string;
  /** Of another organisation's: why their name is not shown, and who can change that. */
  whyNoName: string | null;
  /** Of a joint case: what comes next for the other organisation. */
  alsoNext: {who: string; words: string; day: string | null}[];
  personId: string;
  state: 'open' | 'paused' | 'closed';
  facts: {label: string; value: string}[];
  /** What was said at the referral and must be known before anybody rings or visits. */
  saidBefore: {label: string; value: string}[];
  guidance: {words: string; isLong: boolean};
  ended: {why: string; outcome: string; at: string} | null;
  paused: string | null;
  /** How often they were not reached. */
  attempts: number;
  /** What a case asks for at its beginning and at its end, and is not done yet. */
  stillToDo: {to: string; words: string}[];
  timeline: TimelineEntry[];
  /** Addresses of the other pages of the timeline. */
  pages: {newest: string | null; newer: string | null; older: string | null};
  referral: {id: string; reason: string; facts: {label: string; value: string}[]} | null;
}
