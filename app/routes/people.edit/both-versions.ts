import type {TwoVersions} from '../../components/admin/changed-meanwhile.tsx';
import type {TypedRow} from '../../domain/people/read-section.ts';
import {shownValue, typedValue, type Field, type Row, type Value} from '../../domain/people/record-fields.ts';
import type {Section} from '../../domain/people/record-sections.ts';

/** What stands there now beside what was typed, row by row, for the slower of two. */
export function versionsOfRows(section: Section, now: Row[], typed: TypedRow[]): TwoVersions[] {
  const yours = new Map(typed.filter(({id}) => id !== null).map((row) => [row.id, row]));
  const kept = now.map((row, place) => {
    const mine = yours.get(row.id);
    yours.delete(row.id);
    const words = mine === undefined ? '' : mine.isRemoved ? 'Taken out' : typedInWords(section.fields, mine.values);
    return {what: `${section.one} ${place + 1}`, now: inWords(section.fields, row.values), yours: words};
  });
  const gone = [...yours.values()].map((row) => ({
    what: `${section.one} (taken out)`,
    now: '',
    yours: typedInWords(section.fields, row.values),
  }));
  const added = typed
    .filter((row) => row.id === null && typedInWords(freeFields(section), row.values) !== '')
    .map((row) => ({what: `New ${section.one}`, now: '', yours: typedInWords(section.fields, row.values)}));
  return [...kept, ...gone, ...added];
}

/** The same of fields that stand once. */
export function versionsOfFields(
  fields: readonly Field[],
  now: Record<string, Value>,
  typed: Record<string, string>,
): TwoVersions[] {
  return fields.map((field) => ({
    what: field.label,
    now: typedValue(field, now[field.name]),
    yours: typed[field.name] ?? '',
  }));
}

const freeFields = ({fields}: Section) => fields.filter(({kind}) => kind !== 'choice');

const inWords = (fields: readonly Field[], values: Record<string, Value>) =>
  fields.flatMap((field) => shownValue(field, values[field.name]) ?? []).join(', ');

const typedInWords = (fields: readonly Field[], values: Record<string, string>) =>
  fields
    .map((field) => {
      const text = values[field.name] ?? '';
      return field.kind === 'choice' ? (field.options?.[text] ?? text) : text;
    })
    .filter((text) => text !== '')
    .join(', ');
