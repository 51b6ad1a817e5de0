/** The risk flags of this site, read once from the file of its own (MDT_FLAGS_FILE, docs/mdt.md), where it has one. */
import {readFileSync} from 'node:fs';
import {z} from 'zod';
import {readFlags, SHIPPED_FLAGS, type RiskFlag} from './risk-flags.ts';

const read = new Map<string | null, Map<string, RiskFlag>>();

/**
 * @param file of flags beside those that the product ships with
 * @throws when the file is missing or something in it is not as a flag must be: the start of the site asks first
 */
export function flagsOf(file: string | null): Map<string, RiskFlag> {
  let flags = read.get(file);
  if (!flags) {
    flags = readFlags(SHIPPED_FLAGS, file ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : []);
    read.set(file, flags);
  }
  return flags;
}

/**
 * The same, at the start of the site.
 * @returns what is wrong with the file, in one line; null when it is taken in
 */
export function problemWithFlags(file: string): string | null {
  try {
    flagsOf(file);
    return null;
  } catch (error) {
    return problemWords(file, error);
  }
}

function problemWords(file: string, error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const [at, ...inside] = issue!.path;
    const place = [typeof at === 'number' ? `flag ${at + 1}` : null, ...inside]
      .filter((one) => one !== null)
      .join(', ');
    return [place, issue!.message].filter(Boolean).join(': ');
  }
  if (error instanceof SyntaxError) return `${file} is not JSON: ${error.message.replaceAll('\n', ' ')}`;
  if (error instanceof Error && 'code' in error) return `the file ${file} cannot be read`;
  return error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error);
}

/** What flags are called; by its key where one is here no more. */
export const flagNames = (flags: Map<string, RiskFlag>, keys: readonly string[]): string[] =>
  keys.map((key) => flags.get(key)?.name ?? key.replaceAll('_', ' '));
