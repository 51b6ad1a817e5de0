/** How the page of a call talks with the server. Every answer may be missing: the network, the session and the call can go. */
import type {CallProblems} from '../../domain/calls/read-call.ts';
import type {FoundView} from '../people/found-list.tsx';
import type {Change, Conflict, KnownField, Sent} from './draft-keeper.ts';
import type {BesideView, NearView} from './near-view.ts';
import type {PersonView} from './person-view.ts';
import type {GuideInCall, Presence} from './call-types.ts';

/** No answer after this long is none. */
const PATIENCE_MS = 8000;

type Answer<T> = {kind: 'said'; said: T} | {kind: 'away'} | {kind: 'signed-out'} | {kind: 'gone'};

export interface Followed {
  ok: boolean;
  reason?: 'closed' | 'gone';
  byName?: string | null;
  fields: (KnownField & {isOwn: boolean; byName: string})[];
  present: Presence[];
  draft: {personId: string | null; heldSince: string | null; heldSeconds: number; talkEndedAt: string | null};
}

export type Ended =
  | {ok: true; to: string}
  | {ok: false; reason: 'problems'; problems: CallProblems}
  | {ok: false; reason: 'conflicts'; conflicts: Conflict[]}
  | {ok: false; reason: 'gone'};

export type PersonAnswer =
  | {ok: true; person?: PersonView | 'shut' | null; people?: FoundView[]; total?: number}
  | {ok: false; reason: 'problems'; problems: Record<string, string>}
  | {ok: false; reason: 'likely'; likely: FoundView[]}
  | {ok: false; reason: 'rate' | 'gone'};

export class CallLink {
  private readonly id: string;
  private readonly page: string;

  /** @param page the id of this open page: what it sends follows on from what it sent before */
  constructor(id: string, page: string) {
    this.id = id;
    this.page = page;
  }

  async saveFields(changes: Change[]): Promise<Sent> {
    const answer = await this.ask<
      | {ok: true; saved: {name: string; version: number}[]; conflicts: Conflict[]}
      | {ok: false; reason: 'closed' | 'gone'}
    >('fields', {page: this.page, changes});
    if (answer.kind === 'gone') return {kind: 'over', reason: 'gone'};
    if (answer.kind !== 'said') return answer;
    const {said} = answer;
    return said.ok ? {kind: 'kept', saved: said.saved, conflicts: said.conflicts} : {kind: 'over', reason: said.reason};
  }

  /** For the last moment of a page: the browser sends it even when the page is gone by then. */
  saveLast(changes: Change[]): void {
    if (changes.length > 0) void this.post('fields', {page: this.page, changes}, {keepalive: true}).catch(() => {});
  }

  follow = (field: string | null, known: Record<string, number>) =>
    this.ask<Followed>('follow', {page: this.page, field, known});
  near = (ask: {story: string; needs: string[]; near: string; given: string[]}, signal: AbortSignal) =>
    this.ask<BesideView & {given: NearView[]}>('near', ask, signal);
  person = (ask: Record<string, unknown>, signal?: AbortSignal) => this.ask<PersonAnswer>('person', ask, signal);
  turn = (turn: 'hold' | 'resume' | 'hang_up') => this.ask<{ok: boolean}>('turn', {turn});
  guide = (key: string) => this.ask<GuideInCall>('guide', {key});
  end = (changes: Change[]) => this.ask<Ended>('end', {page: this.page, changes});

  private async ask<T>(what: string, body: object, signal?: AbortSignal): Promise<Answer<T>> {
    const timeout = AbortSignal.timeout(PATIENCE_MS);
    try {
      const response = await this.post(what, body, {signal: signal ? AbortSignal.any([signal, timeout]) : timeout});
      if (response.status === 401) return {kind: 'signed-out'};
      if (response.status === 404 || response.status === 403) return {kind: 'gone'};
      if (!response.ok) return {kind: 'away'};
      return {kind: 'said', said: (await response.json()) as T};
    } catch {
      return {kind: 'away'};
    }
  }

  private post(what: string, body: object, options: RequestInit): Promise<Response> {
    return fetch(`/desk/calls/${this.id}/${what}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
      ...options,
    });
  }
}
