/** How the page of a draft talks with the server. Every answer may be missing: the network, the session and the draft can go. */
import type {Change, Conflict, KnownField, Sent} from './draft-keeper.ts';

/** No answer after this long is none. */
const PATIENCE_MS = 8000;

export type Answer<T> = {kind: 'said'; said: T} | {kind: 'away'} | {kind: 'signed-out'} | {kind: 'gone'};

/** Who else has the draft open, and in which field they are. */
export interface Presence {
  name: string;
  field: string | null;
}

export type Followed<More = object> =
  | ({
      ok: true;
      fields: (KnownField & {isOwn: boolean; byName: string})[];
      present: Presence[];
    } & More)
  | {ok: false; reason: 'closed' | 'gone'; byName: string | null; isYou: boolean};

export class DraftLink<More = object> {
  private readonly path: string;
  private readonly own: {page: string} & Record<string, unknown>;

  /**
   * @param path of the page; what it asks stands below it
   * @param own the id of this open page, with what else is said each time: what it sends follows on from what it sent before
   */
  constructor(path: string, own: {page: string} & Record<string, unknown>) {
    this.path = path;
    this.own = own;
  }

  async saveFields(changes: Change[]): Promise<Sent> {
    const answer = await this.ask<
      | {ok: true; saved: {name: string; version: number}[]; conflicts: Conflict[]}
      | {ok: false; reason: 'closed' | 'gone'}
    >('fields', {changes});
    if (answer.kind === 'gone') return {kind: 'over', reason: 'gone'};
    if (answer.kind !== 'said') return answer;
    const {said} = answer;
    return said.ok ? {kind: 'kept', saved: said.saved, conflicts: said.conflicts} : {kind: 'over', reason: said.reason};
  }

  /** For the last moment of a page: the browser sends it even when the page is gone by then. */
  saveLast(changes: Change[]): void {
    if (changes.length > 0) void this.post('fields', {changes}, {keepalive: true}).catch(() => {});
  }

  follow = (field: string | null, known: Record<string, number>) => this.ask<Followed<More>>('follow', {field, known});

  protected async ask<T>(what: string, body: object, signal?: AbortSignal): Promise<Answer<T>> {
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
    return fetch(`${this.path}/${what}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({...this.own, ...body}),
      ...options,
    });
  }
}
