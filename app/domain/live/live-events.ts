/** An open page. */
export interface Listener {
  topics: ReadonlySet<string>;
  staffId: string;
  sessionId: string;
  /** Something of a topic changed; without a topic: something may have been missed. */
  tell(topic: string | null, id: string | null): void;
  /** Nothing more will be told: the session is over, or the server stops. */
  end(): void;
}

/** What tells open pages of changes; `app/server/live-events.ts` starts it. */
export interface LiveEvents {
  /**
   * Adds a page. What was told from `since` on (milliseconds since 1970, when the page was made) is told at once.
   * @returns how to take it off again; null when this account has too many pages open
   */
  listen(listener: Listener, since: number): (() => void) | null;
  /** How many pages are listening here. */
  readonly size: number;
  close(): Promise<void>;
}
