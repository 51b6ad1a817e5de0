import {parse} from 'postcode';
import {POSTCODE_AREAS} from './postcode-areas.ts';

/** A postcode, or as much of one as was given. `sector` is 'RG12 1', `outcode` is 'RG12'. */
export type PostcodeWords =
  | {kind: 'unit'; postcode: string; sector: string; outcode: string}
  | {kind: 'sector'; sector: string; outcode: string}
  | {kind: 'outcode'; outcode: string};

/** What a letter or a digit is likely to have been meant as, when it stands where the other belongs. */
const MEANT_AS_DIGIT: Record<string, string> = {O: '0', I: '1', L: '1'};
const MEANT_AS_LETTER: Record<string, string> = {'0': 'O', '1': 'I'};

/** The shapes of the first half: L a letter, N a digit. */
const OUTCODE_SHAPES = ['LN', 'LNN', 'LNL', 'LLN', 'LLNN', 'LLNL'];

/** Letters that no postcode ends with, being too like others. */
const NEVER_LAST = /^\d.?[CIKMOV]/;

/** No district is numbered 01 to 09, and none ends with a letter that looks like a digit. */
const NEVER_AN_OUTCODE = /[A-Z]0\d|\d[ILOQZ]$/;

/**
 * Reads words that are a postcode and nothing else, in any spacing and case and with the usual slips (O for 0, I or l
 * for 1). What can be read two ways comes back twice, the likelier first: 'E12' is an outcode, or E1 2 without its space.
 */
export function readPostcode(words: string): PostcodeWords[] {
  const compact = words.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (compact.length < 2 || compact.length > 7 || !/\d/.test(compact)) return [];

  const units = readOutcodes(compact.slice(0, -3)).flatMap((outcode) => readUnit(outcode, compact.slice(-3)));
  if (units.length > 0) return units;

  const outcodes = readOutcodes(compact).map((outcode): PostcodeWords => ({kind: 'outcode', outcode}));
  // A unit half typed ('RG12 1J') says no more than its sector.
  const sectors = [compact.match(/^(.+)([\dOIL])[A-Z]$/), compact.match(/^(.+)([\dOIL])$/)].flatMap((half) =>
    half ? readOutcodes(half[1]!).map((outcode) => sectorOf(outcode, MEANT_AS_DIGIT[half[2]!] ?? half[2]!)) : [],
  );
  const spaced = /^\S+\s+\d[A-Z]?$/i.test(words.trim()) && /\d/.test(words.trim().split(/\s+/)[0]!);
  return spaced ? [...sectors, ...outcodes] : [...outcodes, ...sectors];
}

/**
 * Finds a postcode or outcode among other words ('my postcode is rg121jx'), as typed: among other words a slip is
 * likelier to be a word. A full postcode is preferred to an outcode, and the last to the first.
 */
export function findPostcode(words: string): {postcode: PostcodeWords; before: string; after: string} | null {
  const units = matches(words, /(?<![a-z\d])([a-z]{1,2}\d[a-z\d]?)[\s-]*(\d[a-z]{2})(?![a-z\d])/gi);
  const shorter = matches(words, /(?<![a-z\d])([a-z]{1,2}\d[a-z\d]?)(?:\s+(\d)[a-z]?\s*$|(?![a-z\d]))/gi);
  for (const match of [...units.reverse(), ...shorter.reverse()]) {
    const [postcode] = readPostcode(match[0]);
    // 'L' and 'I' for 1 are not read here, so what comes back must be what was typed.
    if (!postcode || !writtenAs(match[0], postcode)) continue;
    return {
      postcode,
      before: words.slice(0, match.index).trim(),
      after: words.slice(match.index + match[0].length).trim(),
    };
  }
  return null;
}

/** As a person writes it: 'RG12 1JX', 'RG12 1' or 'RG12'. */
export function writePostcode(words: PostcodeWords): string {
  if (words.kind === 'unit') return words.postcode;
  return words.kind === 'sector' ? words.sector : words.outcode;
}

/** Outcodes one slip of a finger away: a character missing, doubled, swapped or mistaken. For 'did you mean'. */
export function outcodesOneSlipAway(outcode: string): string[] {
  const slips = new Set<string>();
  const others = (character: string) => (/\d/.test(character) ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  for (let at = 0; at < outcode.length; at++) {
    const [before, character, after] = [outcode.slice(0, at), outcode[at]!, outcode.slice(at + 1)];
    slips.add(before + after);
    if (after) slips.add(before + after[0]! + character + after.slice(1));
    for (const other of others(character)) slips.add(before + other + after);
  }
  for (const digit of '0123456789') slips.add(outcode + digit);
  slips.delete(outcode);
  return [...slips].filter((slip) => readOutcodes(slip)[0] === slip);
}

function readUnit(outcode: string, inward: string): PostcodeWords[] {
  const end = inThisShape(inward, 'NLL');
  const read = end === null || NEVER_LAST.test(end) ? null : parse(`${outcode} ${end}`);
  if (!read?.valid) return [];
  return [{kind: 'unit', postcode: read.postcode, sector: read.sector, outcode: read.outcode}];
}

function readOutcodes(compact: string): string[] {
  const shapes = OUTCODE_SHAPES.filter((shape) => shape.length === compact.length);
  const read = [...new Set(shapes.flatMap((shape) => inThisShape(compact, shape) ?? []))];
  const known = read.filter(
    (outcode) => POSTCODE_AREAS.has(outcode.match(/^[A-Z]+/)![0]) && !NEVER_AN_OUTCODE.test(outcode),
  );
  const mended = (outcode: string) => [...outcode].filter((character, at) => character !== compact[at]).length;
  return known.sort((one, other) => mended(one) - mended(other));
}

function inThisShape(typed: string, shape: string): string | null {
  let mended = '';
  for (const [at, character] of [...typed].entries()) {
    const fits = shape[at] === 'N' ? /\d/ : /[A-Z]/;
    const meant = fits.test(character) ? character : (shape[at] === 'N' ? MEANT_AS_DIGIT : MEANT_AS_LETTER)[character];
    if (meant === undefined) return null;
    mended += meant;
  }
  return mended;
}

function sectorOf(outcode: string, digit: string): PostcodeWords {
  return {kind: 'sector', sector: `${outcode} ${digit}`, outcode};
}

function matches(words: string, pattern: RegExp) {
  return [...words.matchAll(pattern)];
}

function writtenAs(typed: string, postcode: PostcodeWords): boolean {
  const bare = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return bare(typed).startsWith(bare(writePostcode(postcode)));
}
