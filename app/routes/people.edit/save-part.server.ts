/** Saving a part of a record from its form, and what the form is told. */
import type {AppLoadContext} from '@remix-run/node';
import type {TwoVersions} from '../../components/admin/changed-meanwhile.tsx';
import {aboutFields, readAbout} from '../../domain/people/about-person.ts';
import {changeAbout, changeSection, type Editor} from '../../domain/people/change-record.server.ts';
import {readSection, rowsToType, type TypedRow} from '../../domain/people/read-section.ts';
import type {Section} from '../../domain/people/record-sections.ts';
import {today} from '../../http/today.server.ts';
import {versionsOfFields, versionsOfRows} from './both-versions.ts';

interface NotSaved {
  /** 422: something to put right. 409: somebody was quicker. */
  status: 422 | 409;
  rows: TypedRow[] | null;
  values: Record<string, string> | null;
  problems: Record<string, string>;
  version: number;
  versions: TwoVersions[] | null;
}

/** Null when it is saved; `closed` when the record was shut meanwhile. `section` is null for the part about who someone is. */
export async function savePart(
  {sql}: Pick<AppLoadContext, 'sql'>,
  editor: Editor,
  {personId, section, seen}: {personId: string; section: Section | null; seen: number},
  form: FormData,
): Promise<NotSaved | 'closed' | null> {
  if (section) return saveSection();
  const read = readAbout(form, today());
  const typed = {rows: null, values: read.typed};
  if (!read.ok) return {status: 422, ...typed, problems: read.problems, version: seen, versions: null};
  const outcome = await changeAbout(sql, editor, personId, seen, read.values, today());
  if (outcome.ok) return null;
  if (outcome.reason === 'closed') return 'closed';
  const versions = versionsOfFields(aboutFields, {...outcome.now}, read.typed);
  return {status: 409, ...typed, problems: {}, version: outcome.latest.version, versions};

  async function saveSection(): Promise<NotSaved | 'closed' | null> {
    const read = readSection(section!, form, today());
    const typed = {rows: read.typed, values: null};
    if (!read.ok) return {status: 422, ...typed, problems: read.problems, version: seen, versions: null};
    const outcome = await changeSection(sql, editor, personId, section!, seen, read.rows);
    if (outcome.ok) return null;
    if (outcome.reason === 'closed') return 'closed';
    // Rows that the other one added are put into the form too: saved without them, they would be taken out unseen.
    const known = new Set(read.typed.map(({id}) => id));
    const theirs = rowsToType(section!, outcome.now).filter(({id}) => id !== null && !known.has(id));
    return {
      status: 409,
      rows: [...read.typed.filter(({id}) => id !== null), ...theirs, ...read.typed.filter(({id}) => id === null)],
      values: null,
      problems: {},
      version: outcome.latest.version,
      versions: versionsOfRows(section!, outcome.now, read.typed),
    };
  }
}
