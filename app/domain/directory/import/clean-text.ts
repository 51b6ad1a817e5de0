import {firstCharacters, type Note} from './finding.ts';
import {asText} from './loose-values.ts';
import {mendMojibake} from './mend-mojibake.ts';
import {hasMarkup, hasScript, neutralise, stripHtml, stripMarkdown} from './strip-markup.ts';

/** No listing needs more; what is longer is a paste accident. */
export const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 300;
/** Before any work is done on it, so that a huge field costs little. */
const LONGEST_RAW = 200_000;

const PLACEHOLDER = /^(n\/?a|nan|nil|null|none|undefined|tbc|tba|not applicable|lorem ipsum.*|[-–—._*?]+)$/i;

/** Text on one line: a name, a title, a street. Null when there is nothing in it. */
export function cleanLine(value: unknown, field: string, note: Note, longest = LONGEST_LINE): string | null {
  const text = clean(value, field, note)?.replace(/\s+/g, ' ').trim();
  return text ? cut(text, longest, field, note) : null;
}

/** Text with paragraphs kept: one empty line between them, never more. */
export function cleanParagraphs(value: unknown, field: string, note: Note): string | null {
  const text = clean(value, field, note)
    ?.replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text ? cut(text, LONGEST_TEXT, field, note) : null;
}

function clean(value: unknown, field: string, note: Note): string | null {
  const given = asText(value, field, note);
  if (given === null) return null;
  let text = given;
  if (text.length > LONGEST_RAW) {
    note(field, 'Text was too long and was cut', text);
    text = text.slice(0, LONGEST_RAW);
  }
  const hadControls = CONTROLS.test(text);
  text = withoutControls(text);
  if (PLACEHOLDER.test(text.trim())) {
    note(field, 'Placeholder text was left out', given);
    return null;
  }
  if (hasMarkup(text)) {
    note(field, hasScript(text) ? 'A script was taken out' : 'HTML was turned into plain text');
    text = withoutControls(stripHtml(text));
  }
  const mended = mendMojibake(text);
  if (mended !== text) note(field, 'Broken characters were mended', text);
  const visible = withoutInvisible(mended);
  if (hadControls || visible.length < mended.normalize('NFC').length) {
    note(field, 'Invisible characters were taken out', visible);
  }
  const plain = stripMarkdown(visible);
  if (plain !== visible) note(field, 'Markdown was turned into plain text', visible);
  return neutralise(plain);
}

const CONTROLS = /[^\P{Cc}\n\r\t\v\f\u0080-\u009f]|\p{Surrogate}/u;

/** Drops null bytes, other control characters and half surrogates, and evens out line ends. */
function withoutControls(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\v\f\t]/g, ' ')
    .replace(/[^\P{Cc}\n\u0080-\u009f]|\p{Surrogate}/gu, '');
}

/**
 * Drops what cannot be seen (soft hyphens, direction marks, control characters beyond ASCII) and evens out blanks. Not
 * before broken characters are mended: 'í' and 'à' are broken into just such characters.
 */
function withoutInvisible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u0080-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g, '')
    .replace(IDLE_JOINERS, '');
}

/** Joiners have work to do in the scripts of Asia and in an emoji of several people; anywhere else they only hide. */
const JOINED =
  '[\\p{sc=Arab}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{ExtPict}\\p{Emoji_Modifier}\\ufe0f]';
const IDLE_JOINERS = new RegExp(`(?<!${JOINED})[\\u200c\\u200d]+|[\\u200c\\u200d]+(?!${JOINED})`, 'gu');

function cut(text: string, longest: number, field: string, note: Note): string {
  if (text.length <= longest) return text;
  note(field, 'Text was too long and was cut', text);
  return cutAtWord(text, longest);
}

/** At most `longest` characters, ending with a whole word and '…' when something was left out. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = firstCharacters(text, longest - 1);
  const lastBlank = room.search(/\s\S*$/);
  const kept = lastBlank > longest * 0.6 ? room.slice(0, lastBlank) : room;
  return `${kept.replace(/[\s,;:–-]+$/, '')}…`;
}
