import {LRUCache} from 'lru-cache';
import type {PlaceFound} from './place-found.ts';

interface Places {
  find(words: string): Promise<PlaceFound>;
}

/** Long enough for one visit; short enough that places newly loaded are soon found. */
const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 2000;
const memories = new WeakMap<Places, LRUCache<string, PlaceFound>>();

/** Finds a place, remembering what was understood for a few minutes: filters, pages and the map all ask for the same place again. */
export async function findRemembered(places: Places, words: string): Promise<PlaceFound> {
  let memory = memories.get(places);
  if (!memory) memories.set(places, (memory = new LRUCache({max: MOST_REMEMBERED, ttl: REMEMBERED_MS})));
  const key = words.toLowerCase();
  const known = memory.get(key);
  if (known) return known;
  const found = await places.find(words);
  // What is not known now may be in a moment: a postcode service that did not answer.
  if (found.ok) memory.set(key, found);
  return found;
}
