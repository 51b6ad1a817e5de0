/** Whether the engine is well: asked now and then, and what is done when it is not. */
import {makeBreaker, type Breaker} from './breaker.ts';
import {refusalOf} from './engine-http.ts';
import type {SearchEngine} from './engine.ts';

interface EngineLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** How often an engine that answers and refuses is looked into. */
const MEND_EVERY_MS = 30_000;

/** Whether the engine answers in time, and a word in the log whenever that changes. `mend` is called when it may need mending. */
export function watchOver(engine: SearchEngine, log: EngineLog, mend: () => void): Breaker {
  let mendedAt = 0;
  return makeBreaker(
    async () => {
      const started = Date.now();
      try {
        // Finds nothing, and is refused by an index without its settings.
        const options = {limit: 1, filter: 'number = 0'};
        await engine.listings.search('', options, {signal: AbortSignal.timeout(engine.patienceMs)});
      } catch (error) {
        if (refusalOf(error) !== null && Date.now() - mendedAt > MEND_EVERY_MS) {
          mendedAt = Date.now();
          mend();
        }
        return false;
      }
      return Date.now() - started < engine.patienceMs;
    },
    (isWell) => {
      if (isWell) log.info({}, 'search engine is answering again');
      else log.warn({}, 'search engine is slow or gone: using PostgreSQL');
      // Where it was, it may have lost what it held.
      if (isWell) mend();
    },
  );
}
