import type {LiveEvents} from '../domain/live/live-events.ts';

/** Proxies and browsers give up on a connection over which nothing comes. */
const HEARTBEAT_MS = 20_000;

interface Whose {
  topics: string[];
  staffId: string;
  sessionId: string;
  since: number;
  /** Aborted when the connection is gone. Remix's own `request.signal` does not always say so. */
  gone: AbortSignal;
}

/** A stream of server-sent events; null when this account has too many open. */
export function liveStream(live: LiveEvents, {topics, staffId, sessionId, since, gone}: Whose): Response | null {
  const encoder = new TextEncoder();
  let finish = () => {};
  let write: (words: string) => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      write = (words) => controller.enqueue(encoder.encode(words));
      finish = () => controller.close();
    },
    cancel: () => finish(),
  });
  const stop = live.listen(
    {
      topics: new Set(topics),
      staffId,
      sessionId,
      tell: (topic, id) => write(`event: changed\ndata: ${JSON.stringify({topic, id})}\n\n`),
      end: () => finish(),
    },
    since,
  );
  if (!stop) return null;
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  const close = finish;
  finish = () => {
    clearInterval(heartbeat);
    stop();
    write = () => {};
    finish = () => {};
    try {
      close();
    } catch {
      // Whoever listened has closed it already.
    }
  };
  gone.addEventListener('abort', () => finish(), {once: true});
  write('retry: 3000\n\n');
  if (gone.aborted) finish();
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Squeezed or held back by a proxy, an event would come when many others have.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
