import {useEffect, useState} from 'react';
import {IDLE_CLAIM_MINUTES} from '../../domain/second-level/handoff-choices.ts';

const MINUTE = 60_000;
/** How often being at work is told to the server. */
const TELL_EVERY_MS = 2 * MINUTE;
/** From when on a claim that is about to lapse is spoken of. */
const WARN_MS = (IDLE_CLAIM_MINUTES - 2) * MINUTE;

/**
 * Keeps a claim while whoever has it types or moves about on the page; a page that merely stands open does not.
 * @returns whether the claim is about to lapse
 */
export function useKeepClaim(path: string, isMine: boolean): boolean {
  const [isAboutToLapse, setIsAboutToLapse] = useState(false);
  useEffect(() => {
    if (!isMine) return;
    let toldAt = Date.now();
    let activeAt = Date.now();
    const active = () => {
      activeAt = Date.now();
      setIsAboutToLapse(false);
      if (activeAt - toldAt < TELL_EVERY_MS) return;
      toldAt = activeAt;
      void fetch(`${path}.data`, {method: 'POST', body: new URLSearchParams({act: 'keep'})}).catch(() => {});
    };
    const watch = setInterval(() => setIsAboutToLapse(Date.now() - activeAt >= WARN_MS), MINUTE / 4);
    const signs = ['keydown', 'pointerdown', 'input'] as const;
    for (const sign of signs) document.addEventListener(sign, active, {passive: true});
    return () => {
      clearInterval(watch);
      for (const sign of signs) document.removeEventListener(sign, active);
    };
  }, [path, isMine]);
  return isAboutToLapse;
}
