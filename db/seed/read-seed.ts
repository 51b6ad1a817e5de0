import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {parse} from 'yaml';
import type {z} from 'zod';

/**
 * Reads one YAML list of the seed data and checks every entry.
 * @throws with the file, the entry's key or name, and the field, in one line a person can act on.
 */
export async function readSeed<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.output<Shape>[]> {
  const entries: unknown = parse(await readFile(file, 'utf8'));
  if (!Array.isArray(entries)) throw new Error(`${path.basename(file)}: expected a list`);
  return entries.map((entry, index) => {
    const result = shape.safeParse(entry);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    const label = entry?.name ?? entry?.key ?? `entry ${index + 1}`;
    throw new Error(`${path.basename(file)}, ${label}: ${issue.path.join('.') || 'entry'}: ${issue.message}`);
  });
}
