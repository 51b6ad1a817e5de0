/** What the forms of a guide's editor have in common: numbered rows, numbers as typed, and what is suggested. Safe in the browser. */
import {typedNumber} from './guide-rules.ts';

/** The fields of a form, each once, as typed. */
export type Typed = Record<string, string>;
export type Problems = Record<string, string>;

/** What was typed in a field, when it is a number. Empty is nothing; anything else is a problem beside the field. */
export function numberIn(typed: Typed, name: string, problems: Problems): number | undefined {
  const text = typed[name]?.trim();
  if (!text) return undefined;
  const number = typedNumber(text);
  if (number === null) problems[name] = 'Write a number in figures';
  return number ?? undefined;
}

/** The numbers of the rows that a form has. */
export function places(typed: Typed, prefix: string, most: number): number[] {
  const found = Object.keys(typed).flatMap((name) => name.match(new RegExp(`^${prefix}\\.(\\d{1,2})\\.`))?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((one, other) => one - other).slice(0, most);
}

/** What is suggested in a row such as `s.0`; `isEmpty` when nothing of it was filled in. */
export function readFollowing(typed: Typed, row: string) {
  const at = (name: string) => typed[`${row}.${name}`]?.trim() || undefined;
  const [priority, discipline, disposition, ring] = ['priority', 'discipline', 'disposition', 'ring'].map(at);
  const words = {priority, discipline, disposition, ring, advice: at('advice'), because: at('because')};
  return {
    words: {...words, because: words.because ?? ''},
    isEmpty: Object.values(words).every((value) => value === undefined),
    isRemoved: at('remove') !== undefined,
    /** Says beside the fields what is missing. */
    check(problems: Problems) {
      if (!words.because) problems[`${row}.because`] = 'Say why: it is shown to whoever asks';
      if (!priority && !discipline && !disposition && !ring && !words.advice) {
        problems[`${row}.priority`] = 'Choose what is suggested';
      }
      if (priority === 'emergency' && ring !== '999') problems[`${row}.ring`] = 'An emergency has to say: ring 999';
    },
  };
}

/** The fields of a suggestion, as its form shows it. */
export function followingFields(row: string, following: object): Typed {
  const empty = {priority: '', discipline: '', disposition: '', ring: '', advice: '', because: ''};
  const words: Record<string, unknown> = {...empty, ...following};
  return Object.fromEntries(Object.keys(empty).map((name) => [`${row}.${name}`, String(words[name] ?? '')]));
}
