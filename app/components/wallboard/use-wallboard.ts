import {useEffect, useState} from 'react';
import type {WallboardView} from '../../domain/wallboard/wallboard-view.ts';

const ASK_EVERY_MS = 10_000;
/** After so long without an answer what is shown is old. Six questions in a row have failed by then. */
const STALE_MS = 60_000;
/** A screen hangs there for months: it takes up a new version of the site, and gives back whatever memory has piled up. */
const AFRESH_MS = 6 * 3_600_000;

/**
 * Keeps a wallboard up to date. It asks rather than listens: a screen on a wall is to come back by itself from a lost
 * network, a restarted site and a proxy that ends long connections, and nobody is there to see to it. Clocks of
 * televisions are often wrong, so time is measured from the last answer and not read off one.
 */
export function useWallboard(first: WallboardView, isHeld: boolean): {board: WallboardView; isStale: boolean} {
  const [board, setBoard] = useState(first);
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const startedAt = performance.now();
    let heardAt = startedAt;
    let isOver = false;
    const ask = async () => {
      try {
        const answer = await fetch(`${location.pathname}/now`, {signal: AbortSignal.timeout(ASK_EVERY_MS - 1000)});
        // The link is ended, or never was: the page says so itself.
        if (answer.status === 404 || answer.status === 410) return location.reload();
        if (!answer.ok) throw new Error(String(answer.status));
        const read = (await answer.json()) as WallboardView;
        if (isOver) return;
        heardAt = performance.now();
        setBoard(read);
        if (heardAt - startedAt > AFRESH_MS) location.reload();
      } catch {
        // The next question may be answered; until then the page says when it last was.
      }
      if (!isOver) setIsStale(performance.now() - heardAt > STALE_MS);
    };
    const asking = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(asking);
    };
  }, [isHeld]);
  return {board, isStale};
}
