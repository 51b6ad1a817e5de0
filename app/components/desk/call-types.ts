import type {Channel, CallDomain} from '../../domain/calls/call-choices.ts';
import type {DeskChoices} from '../../domain/calls/desk-choices.server.ts';
import type {Guide} from '../../domain/guides/guide-schema.ts';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import type {Conflict, KnownField} from '../drafts/draft-keeper.ts';
import type {Presence} from '../drafts/draft-link.ts';
import type {FoundView} from '../people/person-words.ts';
import type {BesideView, NearView} from './near-view.ts';
import type {PersonView} from './person-view.ts';

export interface NeedChoice {
  key: string;
  name: string;
  /** The part of life it usually belongs to. */
  domain: CallDomain;
}

export interface Clock {
  /** Moments in milliseconds, by the clock of the server. */
  openedAt: number;
  heldSince: number | null;
  heldSeconds: number;
  talkEndedAt: number | null;
  now: number;
}

/** A guide that is used in a call, in the version in which it was opened. */
export interface GuideInCall {
  id: string;
  guide: Guide;
}

/** What the server said to a form that was sent where no script runs. */
export interface FormAnswer {
  problems?: CallProblems;
  conflicts?: Conflict[];
  kept?: Record<string, string>;
  found?: {people: FoundView[]; total: number; words: string};
  isSaved?: true;
}

export interface CallPageProps {
  call: {id: string; reference: string; channel: Channel; openedByName: string; personId: string | null};
  clock: Clock;
  me: {id: string; name: string};
  /** The id of this open page. */
  page: string;
  submission: string;
  fields: KnownField[];
  given: NearView[];
  person: PersonView | 'shut' | null;
  beside: BesideView;
  choices: DeskChoices;
  needs: NeedChoice[];
  guides: {key: string; title: string}[];
  openGuides: GuideInCall[];
  present: Presence[];
  answer: FormAnswer | null;
}
