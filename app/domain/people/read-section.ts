/** Reads the form of a section: rows one after another, each field as `<row>.<name>`. */
import {readField, typedValue, type Field, type Row, type Value} from './record-fields.ts';
import type {Section} from './record-sections.ts';

/** A row as it stands in the form: flat texts, to be shown again as they were typed. */
export interface TypedRow {
  id: string | null;
  values: Record<string, string>;
  isRemoved: boolean;
}

type ReadSection =
  | {ok: true; rows: Row[]; typed: TypedRow[]}
  /** Problems by `<row>.<field>`, which is the id of the field. */
  | {ok: false; typed: TypedRow[]; problems: Record<string, string>};

/** @param today 'YYYY-MM-DD' */
export function readSection(section: Section, form: FormData, today: string): ReadSection {
  const typed = typedRows(section, form);
  const rows: Row[] = [];
  const problems: Record<string, string> = {};
  for (const [place, row] of typed.entries()) {
    // Where there is nothing yet, Save says that something is to be written down: what is missing is asked for.
    if (row.isRemoved || (typed.length > 1 && isEmpty(section, row))) continue;
    const values: Record<string, Value> = {};
    let isRead = true;
    for (const field of section.fields) {
      const read = readField(field, row.values[field.name] ?? '', today);
      if (read.ok) values[field.name] = read.value;
      else {
        problems[`${place}.${field.name}`] = read.problem;
        isRead = false;
      }
    }
    const whole = {id: row.id, values};
    if (isRead)
      for (const [field, problem] of Object.entries(section.check?.(whole) ?? {}))
        if (problem) problems[`${place}.${field}`] = problem;
    rows.push(whole);
  }
  return Object.keys(problems).length > 0 ? {ok: false, typed, problems} : {ok: true, rows, typed};
}

/** What was typed into the form, however little of it is right. */
export function typedRows(section: Section, form: FormData): TypedRow[] {
  const rows: TypedRow[] = [];
  for (let place = 0; place < section.most && form.has(`${place}.${section.fields[0]!.name}`); place++) {
    const text = (name: string) => String(form.get(`${place}.${name}`) ?? '').slice(0, 2000);
    rows.push({
      id: text('id') || null,
      values: Object.fromEntries(section.fields.map(({name}) => [name, text(name)])),
      isRemoved: form.has(`${place}.remove`),
    });
  }
  return rows;
}

/** The stored rows as they stand in the form, and an empty one for something new where there is room. */
export function rowsToType(section: Section, rows: Row[]): TypedRow[] {
  const stored = rows.map(({id, values}) => ({
    id,
    values: Object.fromEntries(section.fields.map((field) => [field.name, typedValue(field, values[field.name])])),
    isRemoved: false,
  }));
  return rows.length < section.most ? [...stored, emptyRow(section)] : stored;
}

/** Why no empty row stands at the end of the form; null where one does, or where there can only ever be one. */
export const whyNoMore = ({most}: Pick<Section, 'most'>, rows: readonly TypedRow[]): string | null =>
  most < 2 || rows.length < most || rows.some(({id}) => id === null)
    ? null
    : `There are ${rows.length} of these, as many as one record holds. To add another, tick one that is no longer needed to be taken out, and save. Then there is room here.`;

function emptyRow(section: Section): TypedRow {
  const values = section.fields.map((field) => [field.name, firstChoice(field)]);
  return {id: null, values: Object.fromEntries(values) as Record<string, string>, isRemoved: false};
}

/** A new row in which nobody has typed and all choices are as they were. */
function isEmpty(section: Section, row: TypedRow): boolean {
  if (row.id !== null) return false;
  if (row.values.kind === 'no_fixed_abode') return false;
  return section.fields.every((field) => {
    const typed = (row.values[field.name] ?? '').trim();
    return typed === '' || (field.kind === 'choice' && typed === firstChoice(field));
  });
}

const firstChoice = (field: Field): string => (field.kind === 'choice' ? Object.keys(field.options ?? {})[0]! : '');
