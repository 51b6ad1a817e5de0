import {setTimeout as sleep} from 'node:timers/promises';

export interface FetchOptions {
  /** How often one address is asked before it is given up. */
  attempts: number;
  /** The pause after the first failure; it doubles each time. */
  firstPauseMs: number;
  /** How long one answer may take. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export const USUAL_FETCH: FetchOptions = {attempts: 5, firstPauseMs: 500, timeoutMs: 60_000};

/** An answer that will not get better by asking again: 404, 400 … */
export class FeedError extends Error {
  override name = 'FeedError';
  readonly status: number | null;
  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** Servers that are busy (429) or ill (5xx), and connections that break, deserve another try. */
const isPassing = (status: number) => status === 408 || status === 425 || status === 429 || status >= 500;
const LONGEST_PAUSE_MS = 60_000;

/** What a person makes of an answer, where its number says little. */
const MEANING: Record<number, string> = {
  401: ': it wants a key or a password',
  403: ': it does not let us in',
  404: ': there is nothing at this address',
  410: ': there is nothing at this address any more',
};

/**
 * Fetches an address and reads it with `read`, trying again with growing pauses while the trouble may pass. Reading
 * belongs to the attempt: a connection often breaks halfway through an answer.
 *
 * @throws {FeedError} when it will not work
 */
export async function fetchWithRetry<T>(
  url: string,
  options: FetchOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  let problem = '';
  for (let attempt = 1; ; attempt++) {
    let pause = options.firstPauseMs * 2 ** (attempt - 1);
    try {
      const timeout = AbortSignal.timeout(options.timeoutMs);
      const response = await fetch(url, {
        headers: {
          accept: 'application/json, text/csv, application/x-ndjson, */*;q=0.1',
          'user-agent': 'Fingerpost import',
        },
        signal: options.signal ? AbortSignal.any([timeout, options.signal]) : timeout,
      });
      if (response.ok) return await read(response);
      await response.body?.cancel();
      problem = `answered ${response.status}${MEANING[response.status] ?? ''}`;
      if (!isPassing(response.status)) throw new FeedError(`${url} ${problem}`, response.status);
      pause = Math.max(pause, askedPause(response.headers.get('retry-after')));
    } catch (error) {
      if (error instanceof FeedError) throw error;
      options.signal?.throwIfAborted();
      problem = describe(error);
    }
    if (attempt >= options.attempts) throw new FeedError(`${url} ${problem} (asked ${attempt} times)`, null);
    await sleep(Math.min(pause, LONGEST_PAUSE_MS), undefined, {signal: options.signal});
  }
}

/** What a server asks for in Retry-After, in milliseconds. */
function askedPause(header: string | null): number {
  if (!header) return 0;
  const seconds = Number(header);
  const pause = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(pause) && pause > 0 ? pause : 0;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'did not answer in time';
  if (error instanceof SyntaxError) return 'gives JSON that is broken or cut off';
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = 'code' in cause ? cause.code : null;
  if (code === 'ENOTFOUND') return 'cannot be found: no server has this name';
  if (code === 'ECONNREFUSED') return 'cannot be reached: nothing answers there';
  return `could not be read: ${cause.message || error.message}`;
}
