import {useEffect, useMemo, useRef} from 'react';
import {DraftKeeper, type Conflict, type KnownField} from './draft-keeper.ts';
import type {DraftLink} from './draft-link.ts';

/** What a page begins with: the fields as the server told of them, and what it refused of a form that was sent. */
interface DraftStart {
  fields: KnownField[];
  kept?: Record<string, string>;
  conflicts?: Conflict[];
}

/** What stands in each field to begin with, and over it what was typed since. */
export function startOf(standing: Record<string, string | undefined>, typed: KnownField[]): KnownField[] {
  const names = new Set(typed.map(({name}) => name));
  const rest = Object.entries(standing).filter(([name]) => !names.has(name));
  return [...rest.map(([name, value]) => ({name, value: value ?? '', version: 0})), ...typed];
}

/** The keeper of one open page: minds that browsers, networks and sessions come and go. */
export function useDraftKeeper(link: Pick<DraftLink, 'saveFields' | 'saveLast'>, start: DraftStart): DraftKeeper {
  const first = useRef(start);
  const keeper = useMemo(() => {
    const {fields, kept = {}, conflicts} = first.current;
    const made = new DraftKeeper(fields, {
      send: (changes) => link.saveFields(changes),
      now: () => Date.now(),
      later(work, ms) {
        // On the server a page is only made, and nothing is sent.
        if (typeof window === 'undefined') return () => {};
        const timer = window.setTimeout(work, ms);
        return () => window.clearTimeout(timer);
      },
    });
    for (const [name, value] of Object.entries(kept)) made.type(name, value);
    if (conflicts) made.meet(conflicts);
    return made;
  }, [link]);

  useEffect(() => {
    const last = () => link.saveLast(keeper.pending());
    const hidden = () => document.visibilityState === 'hidden' && last();
    const again = () => keeper.tryAgain();
    const seen = () => document.visibilityState === 'visible' && again();
    window.addEventListener('pagehide', last);
    window.addEventListener('online', again);
    window.addEventListener('focus', again);
    document.addEventListener('visibilitychange', hidden);
    document.addEventListener('visibilitychange', seen);
    return () => {
      keeper.stop();
      window.removeEventListener('pagehide', last);
      window.removeEventListener('online', again);
      window.removeEventListener('focus', again);
      document.removeEventListener('visibilitychange', hidden);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [keeper, link]);
  return keeper;
}
