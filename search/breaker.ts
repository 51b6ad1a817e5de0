/**
 * Stops asking the engine while it is slow or gone. After a failure every question goes to the fallback at once, and a probe in the
 * background finds out when the engine is well again.
 */
interface Breaker {
  isOpen(): boolean;
  trip(): void;
  stop(): void;
}

const PROBE_EVERY_MS = 1000;

export function makeBreaker(isWell: () => Promise<boolean>, onTurn: (isWell: boolean) => void): Breaker {
  let timer: NodeJS.Timeout | null = null;
  const probe = async () => {
    const well = await isWell().catch(() => false);
    if (timer === null) return;
    if (well) {
      timer = null;
      onTurn(true);
    } else {
      schedule();
    }
  };
  const schedule = () => {
    timer = setTimeout(() => void probe(), PROBE_EVERY_MS);
    timer.unref();
  };
  return {
    isOpen: () => timer !== null,
    trip() {
      if (timer !== null) return;
      schedule();
      onTurn(false);
    },
    stop() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
