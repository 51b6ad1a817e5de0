/**
 * Stops asking the engine while it is slow or gone. After a failure every question goes to the fallback at once, and a probe in the
 * background finds out when the engine is well again. While all is well it is looked at now and then too: whoever searches next should not be
 * the first to find that it has gone, nor should `/health/ready` say that it is up only because nobody has searched.
 */
export interface Breaker {
  isOpen(): boolean;
  trip(): void;
  /** What the engine was asked, for as long as it is well: who waits is told of the first that was kept waiting too long. @throws {EngineGivenUp} */
  whileClosed<T>(asked: Promise<T>): Promise<T>;
  stop(): void;
}

class EngineGivenUp extends Error {
  override name = 'EngineGivenUp';
}

const PROBE_EVERY_MS = 1000;
const WATCH_EVERY_MS = 5000;

export function makeBreaker(isWell: () => Promise<boolean>, onTurn: (isWell: boolean) => void): Breaker {
  let isOpen = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<(reason: Error) => void>();
  const turn = (toOpen: boolean) => {
    if (toOpen !== isOpen) onTurn(!toOpen);
    isOpen = toOpen;
    if (isOpen) for (const giveUp of waiting) giveUp(new EngineGivenUp('the search engine is slow or gone'));
    clearTimeout(timer);
    timer = setTimeout(() => void look(), isOpen ? PROBE_EVERY_MS : WATCH_EVERY_MS);
    timer.unref();
  };
  const look = async () => {
    const well = await isWell().catch(() => false);
    if (!isStopped) turn(!well);
  };
  turn(false);
  return {
    isOpen: () => isOpen,
    trip() {
      if (!isOpen && !isStopped) turn(true);
    },
    whileClosed: (asked) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        asked.then(resolve, reject).finally(() => waiting.delete(reject));
      }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
