/** How long until a page that another process serves is told of a change. */
import {setTimeout as sleep} from 'node:timers/promises';
import type {SignedIn} from './desk-bed.ts';
import {headersOf} from './desk-requests.ts';
import {LoadConnection} from './load-connection.ts';

/** A page of second level that listens; `next` gives the moment at which it is told again. */
async function listenAt(url: string, listener: SignedIn) {
  const gone = new AbortController();
  const answer = await fetch(`${url}/desk/live?topics=queue:${listener.partnerId}`, {
    headers: headersOf(url, listener),
    signal: gone.signal,
  });
  const {body} = answer;
  if (answer.status !== 200 || !body) throw new Error(`${url}/desk/live answered ${answer.status}`);
  let heard: (at: number) => void = () => {};
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of body) if (decoder.decode(chunk).includes('event: changed')) heard(performance.now());
  })().catch(() => {});
  return {
    next: () => new Promise<number>((resolve) => (heard = resolve)),
    async close() {
      gone.abort();
      await reading;
    },
  };
}

const PATIENCE_MS = 10_000;

/**
 * Ends calls that are handed on at one process and notes when a page at another is told, in milliseconds from the moment the
 * request is sent: the saving is part of it.
 */
export async function liveTimes(
  from: string,
  to: string,
  listener: SignedIn,
  requests: Buffer[],
  betweenMs = 20,
): Promise<number[]> {
  const page = await listenAt(to, listener);
  const times: number[] = [];
  try {
    for (const request of requests) {
      // A new one each time: a server closes those that are idle for long.
      const connection = await LoadConnection.open(from);
      const told = page.next();
      const began = performance.now();
      const [at, {status}] = await Promise.all([
        Promise.race([told, sleep(PATIENCE_MS).then(() => began + PATIENCE_MS)]),
        connection.send(request),
      ]);
      connection.close();
      if (status !== 200) throw new Error(`A call was not ended: ${status}`);
      times.push(at - began);
      await sleep(betweenMs);
    }
  } finally {
    await page.close();
  }
  return times;
}
