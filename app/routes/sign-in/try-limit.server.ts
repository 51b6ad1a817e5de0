import {RateLimiterMemory} from 'rate-limiter-flexible';

/**
 * Tries to sign in from one address. Generous, as a whole surgery may stand behind one: accounts are locked one by one
 * (domain/access/sign-in-lock.server.ts), and this only ends a flood. Kept in memory: a flood is over with a restart.
 */
const perAddress = new RateLimiterMemory({points: 300, duration: 600});

/** Counts a try; false when there were too many. */
export async function mayTrySignIn(address: string | null): Promise<boolean> {
  return perAddress.consume(address ?? 'unknown').then(
    () => true,
    () => false,
  );
}
