/** How the page of a call talks with the server. */
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {DraftLink} from '../drafts/draft-link.ts';
import type {Change, Conflict, KnownField} from '../drafts/draft-keeper.ts';
import type {FoundView} from '../people/person-words.ts';
import type {BesideView, NearView} from './near-view.ts';
import type {PersonView} from './person-view.ts';
import type {GuideInCall} from './call-types.ts';

/** What else changes in a call that others are in. */
interface CallFollowed {
  draft: {personId: string | null; heldSince: string | null; heldSeconds: number; talkEndedAt: string | null};
}

type Ended =
  | {ok: true; to: string}
  | {ok: false; reason: 'problems'; problems: CallProblems}
  | {ok: false; reason: 'conflicts'; conflicts: Conflict[]}
  | {ok: false; reason: 'gone'};

type PersonAnswer =
  | {
      ok: true;
      person?: PersonView | 'shut' | null;
      people?: FoundView[];
      total?: number;
      /** What was emptied in the call, as it came from the record of somebody else. */
      emptied?: KnownField[];
    }
  | {ok: false; reason: 'problems'; problems: Record<string, string>}
  | {ok: false; reason: 'likely'; likely: FoundView[]}
  | {ok: false; reason: 'rate' | 'gone'};

export class CallLink extends DraftLink<CallFollowed> {
  /** @param page the id of this open page */
  constructor(id: string, page: string) {
    super(`/desk/calls/${id}`, {page});
  }

  near = (ask: {story: string; needs: string[]; near: string; given: string[]}, signal: AbortSignal) =>
    this.ask<BesideView & {given: NearView[]}>('near', ask, signal);
  person = (ask: Record<string, unknown>, signal?: AbortSignal) => this.ask<PersonAnswer>('person', ask, signal);
  turn = (turn: 'hold' | 'resume' | 'hang_up') => this.ask<{ok: boolean}>('turn', {turn});
  guide = (key: string) => this.ask<GuideInCall>('guide', {key});
  end = (changes: Change[]) => this.ask<Ended>('end', {changes});
}
