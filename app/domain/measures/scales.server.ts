/** The scales and schedules of this site, read once. A site names a file with its own (SCALES_FILE, docs/measures.md). */
import {fileProblem, readSiteFile} from '../../site-file.server.ts';
import {readOwnMeasures, shippedMeasures, type Measures} from './own-measures.ts';
import type {Scale} from './scale-schema.ts';
import type {Schedule} from './schedule.ts';

// The server and its pages are two bundles of one process, each with a copy of this file: what is read once stands where
// both see it.
const SLOT = Symbol.for('fingerpost.measures');
const kept = globalThis as {[SLOT]?: Measures};
const measures = (): Measures => (kept[SLOT] ??= shippedMeasures());

/**
 * Puts in what the file of a site says, at its start.
 * @returns what is wrong with it, in one line; null when it is taken in
 */
export function loadOwnScales(file: string): string | null {
  let data: unknown;
  try {
    data = readSiteFile(file);
  } catch (error) {
    return fileProblem(file, error);
  }
  const read = readOwnMeasures(data);
  if (!read.ok) return read.problem;
  kept[SLOT] = read.measures;
  return null;
}

export const allScales = (): Scale[] => [...measures().scales.values()];

/** The scale of that key, or null: a measure may have been taken with one that is here no more. */
export const getScale = (key: string): Scale | null => measures().scales.get(key) ?? null;

/** When what is asked, in this site. */
export const allSchedules = (): readonly Schedule[] => measures().schedules;
