import type {TimelineEntry} from './caseload-view.ts';

/** What can be rung is a link. */
export type Facts = {label: string; value: string; href?: string}[];

/** One referral in full, ready to be read. */
export interface ReferralView {
  id: string;
  version: number;
  reference: string;
  name: string;
  state: 'held' | 'open' | 'finished';
  status: string;
  asked: string;
  reason: string;
  needs: string[];
  service: {name: string; slug: string | null} | null;
  flags: string[];
  person: Facts;
  reach: Facts;
  referrer: Facts;
  decided: string | null;
  caseId: string | null;
  consentMissing: boolean;
  isMatched: boolean;
  /** Whether whoever asked hears by e-mail how it goes on. */
  referrerHears: boolean;
  timeline: TimelineEntry[];
}

/** Someone whom it may be. */
export interface LikelyView {
  id: string;
  name: string;
  born: string;
  reference: string;
  likeness: string;
}
