/** What is typed for a letter becomes what is sent, or kind words beside each field. */
import {z} from 'zod';
import type {ReadForm, Typed} from '../cases/read-case-forms.ts';
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';
import type {AgreedNow} from './check-letter.server.ts';
import type {LetterKind} from './letter-words.ts';
import type {NewLetter} from './letters.server.ts';

const words = (typed: Typed, name: string) => (typed[name] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();

export function readLetter(kind: LetterKind, typed: Typed): ReadForm<Omit<NewLetter, 'siteAddress'>> {
  const problems: Record<string, string> = {};
  const limit = (name: string, most: number) => {
    const value = words(typed, name);
    if (value.length > most) problems[name] = `Use ${most.toLocaleString('en-GB')} letters at most`;
    return value;
  };
  const [toName, toAddress, body] = [limit('toName', 200), limit('toAddress', 600), limit('body', 8000)];
  const isToGp = kind === 'gp_first' || kind === 'gp_closure';
  if (!toName) problems.toName = isToGp ? 'Write which practice' : 'Write to whom it goes';
  if (!body) problems.body = 'Write the letter';
  const how = typed.how;
  if (how !== 'print' && how !== 'email') problems.how = 'Choose how it goes';
  const email = z.email().max(254).safeParse(words(typed, 'email').toLowerCase());
  if (how === 'email' && !email.success) problems.email = 'Write an e-mail address, like name@example.org';
  const agreed = readAgreed(typed);
  if (!agreed.ok) Object.assign(problems, agreed.problems);
  if (Object.keys(problems).length > 0 || !agreed.ok) return {ok: false, problems};
  return {
    ok: true,
    value: {
      ...{kind, toName, body},
      toAddress: toAddress || null,
      organisation: isToGp ? toName : null,
      email: how === 'email' ? (email.data ?? null) : null,
      agreedNow: agreed.value,
    },
  };
}

/** Who agreed just now, if somebody did. */
export function readAgreed(typed: Typed): ReadForm<AgreedNow | null> {
  const [by, byName, how] = [words(typed, 'agreedBy'), words(typed, 'agreedByName'), words(typed, 'agreedHow')];
  if (!by) return {ok: true, value: null};
  const problems: Record<string, string> = {};
  if (!Object.hasOwn(AGREED_BY, by)) problems.agreedBy = 'Choose who agreed';
  if (!Object.hasOwn(AGREED_HOW, how)) problems.agreedHow = 'Say how they agreed';
  if (by !== 'person' && !byName) problems.agreedByName = 'Write who it was';
  else if (byName.length > 200) problems.agreedByName = 'Use 200 letters at most';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  return {
    ok: true,
    value: {
      by: by as AgreedNow['by'],
      byName: by === 'person' ? null : byName,
      how: how as AgreedNow['how'],
    },
  };
}
