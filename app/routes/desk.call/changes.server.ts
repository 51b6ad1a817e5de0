/** What the page of a call sends: as JSON while somebody types, or as a form where no script runs. */
import {z} from 'zod';
import {callFields, limitOf} from '../../domain/calls/call-fields.ts';
import type {Change} from '../../domain/drafts/draft-fields.server.ts';

const MOST_CHANGES = 100;

export const changesShape = z
  .array(
    z.object({
      name: z.string().max(80),
      value: z.string(),
      base: z
        .int()
        .min(0)
        .max(2 ** 31 - 1),
    }),
  )
  .max(MOST_CHANGES);

export const knownShape = z.record(
  z.string().max(80),
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
);

/** Fields of several values: boxes of one name, of which those that are not ticked are not sent. */
export const SEVERAL: ReadonlySet<string> = new Set(['needs', 'services', 'endings']);

/** The fields of the form as changes from what it was shown with. */
export function changesOf(form: FormData): {page: string; changes: Change[]} {
  const page = z.uuid().safeParse(form.get('page'));
  const known = readKnown(form.get('known'));
  const names = new Set([...Object.keys(callFields), ...[...form.keys()].filter((name) => limitOf(name) !== null)]);
  const changes = [...names].flatMap((name) => {
    if (!form.has(name) && !SEVERAL.has(name)) return [];
    const value = SEVERAL.has(name)
      ? form.getAll(name).map(String).filter(Boolean).join(',')
      : String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
    const base = known[name] ?? 0;
    return value === '' && base === 0 ? [] : [{name, value, base}];
  });
  return {page: page.success ? page.data : crypto.randomUUID(), changes};
}

/** The versions of its fields with which a form was shown. */
export function readKnown(typed: FormDataEntryValue | null): Record<string, number> {
  try {
    const read = knownShape.safeParse(JSON.parse(String(typed)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
