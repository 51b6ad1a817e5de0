/** A handoff as its page shows it: flat words, made on the server. */
import type {ClockView} from './clock-mark.tsx';

export interface Fact {
  label: string;
  value: string;
}

export interface StepView {
  id: string;
  /** 'Maria Santos took it up'. */
  what: string;
  at: string;
  words: string | null;
}

export interface AskView {
  id: string;
  discipline: string;
  isJoint: boolean;
  question: string;
  asked: string;
  answer: string | null;
  answered: string | null;
  isForViewer: boolean;
}

export interface CallView {
  reference: string;
  danger: string | null;
  story: string;
  needs: string[];
  caller: Fact[];
  strengths: Fact[];
  services: {slug: string; name: string}[];
  /** What guides and forms added. */
  extra: {title: string; facts: Fact[]}[];
}

export interface HandoffView {
  id: string;
  version: number;
  discipline: string;
  disciplineName: string;
  priority: string;
  reason: string;
  handedOn: string;
  clock: ClockView | null;
  status: 'waiting' | 'claimed' | 'closed';
  claimedByName: string | null;
  isMine: boolean;
  isRestricted: boolean;
  /** Whether the viewer is of the organisation whose queue it is in, and may take it up. */
  mayTake: boolean;
  isLead: boolean;
  closed: {outcome: string; arranged: string; by: string} | null;
  told: string | null;
  call: CallView | null;
  hasPerson: boolean;
  steps: StepView[];
  asks: AskView[];
}
