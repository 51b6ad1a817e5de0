/** The risk flags of this site, read once from the file of its own (MDT_FLAGS_FILE, docs/mdt.md), where it has one. */
import {fileProblem, readSiteFile} from '../../site-file.server.ts';
import {readFlags, SHIPPED_FLAGS, type RiskFlag} from './risk-flags.ts';

const read = new Map<string | null, Map<string, RiskFlag>>();

/**
 * @param file of flags beside those that the product ships with
 * @throws when the file is missing or something in it is not as a flag must be: the start of the site asks first
 */
export function flagsOf(file: string | null): Map<string, RiskFlag> {
  let flags = read.get(file);
  if (!flags) {
    flags = readFlags(SHIPPED_FLAGS, file ? readSiteFile(file) : []);
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
    return fileProblem(file, error, 'flag');
  }
}

/** What flags are called; by its key where one is here no more. */
export const flagNames = (flags: Map<string, RiskFlag>, keys: readonly string[]): string[] =>
  keys.map((key) => flags.get(key)?.name ?? key.replaceAll('_', ' '));
