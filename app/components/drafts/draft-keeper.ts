/**
 * What is typed in a call, a plan or a note, on its way to the server: field by field, a moment after it was typed, one sending at a time, and
 * again until it has arrived. It knows no page and no browser, so that a test can drive it as a page does.
 *
 * Nothing is kept in the browser beyond this object: what has arrived is on the server, and that is where it comes back from.
 */

/** A field as the server told of it. */
export interface KnownField {
  name: string;
  value: string;
  version: number;
}

/** What was written elsewhere where this page has other words. */
export interface Conflict extends KnownField {
  byName: string;
  /** Whoever reads this wrote it, in another window. */
  isYou: boolean;
}

export interface Change {
  name: string;
  value: string;
  base: number;
}

/** What became of a sending. `away`: no answer. `signed-out`: somebody has to sign in first. */
export type Sent =
  | {kind: 'kept'; saved: {name: string; version: number}[]; conflicts: Conflict[]}
  | {kind: 'away'}
  | {kind: 'signed-out'}
  | {kind: 'over'; reason: 'closed' | 'gone'};

export type KeeperState =
  | {kind: 'saved'; at: number | null}
  | {kind: 'saving'}
  | {kind: 'away'}
  | {kind: 'signed-out'}
  | {kind: 'over'; reason: 'closed' | 'gone'};

interface KeeperParts {
  send(changes: Change[]): Promise<Sent>;
  /** Milliseconds, for 'Saved at'. */
  now(): number;
  /** Runs `work` after so many milliseconds; gives what takes that back. */
  later(work: () => void, ms: number): () => void;
}

/** From the first letter to the sending: well under the 2 seconds that may be lost. */
export const SEND_AFTER_MS = 600;
/** While somebody else is in the draft, so that they read along. */
const SEND_SOON_MS = 250;
const TRY_AGAIN_MS = [500, 1000, 2000, 4000, 5000];
/** A sending is cut so that it stays below what the server takes in one. */
const MOST_LETTERS = 40_000;

export class DraftKeeper {
  /** As this page and the server last agreed. */
  private readonly agreed = new Map<string, {value: string; version: number}>();
  /** What was typed since, by field. */
  private readonly typed = new Map<string, string>();
  private readonly conflicts = new Map<string, Conflict>();
  private readonly listeners = new Set<() => void>();
  private state: KeeperState = {kind: 'saved', at: null};
  private sending: Promise<void> | null = null;
  private cancelTimer: (() => void) | null = null;
  private failures = 0;
  private sendAfter = SEND_AFTER_MS;

  private readonly parts: KeeperParts;

  constructor(fields: KnownField[], parts: KeeperParts) {
    this.parts = parts;
    for (const {name, value, version} of fields) this.agreed.set(name, {value, version});
  }

  /** What this page shows in a field. */
  value = (name: string): string => this.typed.get(name) ?? this.agreed.get(name)?.value ?? '';
  /** Whether a field was ever told of or typed in; of another the page knows better what it begins with. */
  knows = (name: string): boolean => this.typed.has(name) || this.agreed.has(name);
  stateNow = (): KeeperState => this.state;
  conflictIn = (name: string): Conflict | undefined => this.conflicts.get(name);
  conflictNames = (): string[] => [...this.conflicts.keys()];
  /** The version of each field that has one, so that the server can tell what is later. */
  known = (): Record<string, number> =>
    Object.fromEntries([...this.agreed].flatMap(([name, {version}]) => (version > 0 ? [[name, version]] : [])));

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Sends sooner while somebody else reads along. */
  hurry(isShared: boolean): void {
    this.sendAfter = isShared ? SEND_SOON_MS : SEND_AFTER_MS;
  }

  type(name: string, value: string): void {
    if (value === this.value(name)) return;
    if (value === (this.agreed.get(name)?.value ?? '') && !this.sending && !this.conflicts.has(name))
      this.typed.delete(name);
    else this.typed.set(name, value);
    this.tell();
    this.sendLater(this.sendAfter);
  }

  /** What has not arrived yet. What stands against other words waits until somebody has chosen. */
  pending(): Change[] {
    const changes: Change[] = [];
    let letters = 0;
    for (const [name, value] of this.typed) {
      if (this.conflicts.has(name)) continue;
      letters += value.length;
      if (letters > MOST_LETTERS && changes.length > 0) break;
      changes.push({name, value, base: this.agreed.get(name)?.version ?? 0});
    }
    return changes;
  }

  /**
   * What takes along all that has not arrived, such as the end of a call: after what is on its way, and nothing overtakes it.
   * Else what was typed meanwhile could arrive first, and what is older stand in its place.
   */
  async alone<T>(work: (changes: Change[]) => Promise<T>): Promise<T> {
    while (this.sending) await this.sending;
    const done = work(this.pending());
    this.sending = done
      .then(
        () => {},
        () => {},
      )
      .finally(() => {
        this.sending = null;
        if (this.pending().length > 0) this.sendLater(this.waiting());
      });
    return done;
  }

  /** Sends what is there at once and waits until it has arrived. False when it could not, or when something stands against it. */
  async flush(): Promise<boolean> {
    await this.sending;
    while (this.pending().length > 0) {
      await this.sendNow();
      if (this.state.kind !== 'saved' && this.state.kind !== 'saving') return false;
    }
    return this.conflicts.size === 0;
  }

  /** For when the network is back, or somebody has signed in again: does not wait for the next try. */
  tryAgain(): void {
    if (this.state.kind === 'over') return;
    this.failures = 0;
    this.sendLater(0);
  }

  /**
   * What the server tells of others. A field that is being typed in is left alone: should both have changed it, the
   * sending says so.
   * @returns whether all of it is taken in: what came while something was on its way has to be asked for again
   */
  receive(fields: (KnownField & {isOwn?: boolean})[], isBusy: (name: string) => boolean): boolean {
    let [isChanged, isWhole] = [false, true];
    for (const {name, value, version, isOwn = false} of fields) {
      const before = this.agreed.get(name);
      if ((before?.version ?? 0) >= version) continue;
      if (this.typed.has(name) || this.sending) {
        isWhole &&= this.conflicts.has(name);
        continue;
      }
      if (isOwn) {
        // An older sending of this page came late. What stands here is later, and goes once more.
        const mine = this.value(name);
        this.agreed.set(name, {value, version});
        if (mine !== value) this.typed.set(name, mine);
        this.sendLater(0);
        continue;
      }
      if (isBusy(name)) continue;
      this.agreed.set(name, {value, version});
      isChanged = true;
    }
    if (isChanged) this.tell();
    return isWhole;
  }

  /** Somebody has chosen what shall stand where two had written. */
  settle(name: string, value: string): void {
    const conflict = this.conflicts.get(name);
    if (!conflict) return;
    this.conflicts.delete(name);
    this.agreed.set(name, {value: conflict.value, version: conflict.version});
    if (value === conflict.value) this.typed.delete(name);
    else this.typed.set(name, value);
    this.tell();
    this.sendLater(0);
  }

  /** What the server refused when the call was to be ended, or the plan to be kept. */
  meet(conflicts: Conflict[]): void {
    for (const conflict of conflicts) this.conflicts.set(conflict.name, conflict);
    this.tell();
  }

  /** Nothing is taken in any more. */
  over(reason: 'closed' | 'gone'): void {
    this.stop();
    this.become({kind: 'over', reason});
  }

  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private sendLater(ms: number): void {
    if (this.state.kind === 'over') return;
    if (this.cancelTimer && ms > 0) return;
    this.cancelTimer?.();
    this.cancelTimer = this.parts.later(() => {
      this.cancelTimer = null;
      if (!this.sending) void this.sendNow();
    }, ms);
  }

  private sendNow(): Promise<void> {
    this.sending ??= this.sendOnce().finally(() => {
      this.sending = null;
      if (this.pending().length > 0) this.sendLater(this.waiting());
    });
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    const changes = this.pending();
    if (changes.length === 0) return;
    if (this.failures === 0) this.become({kind: 'saving'});
    const sent = await this.parts.send(changes);
    switch (sent.kind) {
      case 'kept':
        this.failures = 0;
        this.arrived(changes, sent.saved);
        for (const conflict of sent.conflicts) this.conflicts.set(conflict.name, conflict);
        this.become({kind: 'saved', at: this.parts.now()});
        return;
      case 'over':
        this.over(sent.reason);
        return;
      case 'away':
      case 'signed-out':
        this.failures++;
        this.become({kind: sent.kind});
    }
  }

  private arrived(changes: Change[], saved: {name: string; version: number}[]) {
    for (const {name, version} of saved) {
      const value = changes.find((change) => change.name === name)?.value ?? '';
      this.agreed.set(name, {value, version});
      if (this.typed.get(name) === value) this.typed.delete(name);
    }
  }

  private waiting(): number {
    return this.failures === 0 ? this.sendAfter : TRY_AGAIN_MS[Math.min(this.failures, TRY_AGAIN_MS.length) - 1]!;
  }

  private become(state: KeeperState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
