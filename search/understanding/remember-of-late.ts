import {LRUCache} from 'lru-cache';
import type {Understand} from './understand.ts';

/** A page, its map and its ways on understand the same words, up to ten times. Those of the last few searches are kept. */
export function rememberingOfLate(understand: Understand): Understand {
  const kept = new LRUCache<string, ReturnType<Understand>>({max: 20});
  return (text, isExact = false) => {
    const key = `${isExact ? '=' : '~'}${text}`;
    const known = kept.get(key);
    if (known) return known;
    const understood = understand(text, isExact);
    kept.set(key, understood);
    return understood;
  };
}
