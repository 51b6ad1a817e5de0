/** The scales of this site, read once. A licensed deployment names a file with its own (SCALES_FILE, docs/measures.md). */
import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {readScales, type Scale} from './scale-schema.ts';
import {SHIPPED_SCALES} from './shipped-scales.ts';

let scales: Map<string, Scale> = readScales(SHIPPED_SCALES);

/**
 * Puts in the scales of a file, at the start of the site.
 * @throws when the file is missing or something in it is not as a scale must be
 */
export function loadOwnScales(file: string): void {
  const own = z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  scales = readScales(SHIPPED_SCALES, own);
}

export const allScales = (): Scale[] => [...scales.values()];

/** The scale of that key, or null: a measure may have been taken with one that is here no more. */
export const getScale = (key: string): Scale | null => scales.get(key) ?? null;
