/** A record as its pages show it: flat words, made on the server. */
import {reasonInWords} from '../../domain/people/opening-reasons.ts';
import type {PersonRecord} from '../../domain/people/get-record.server.ts';
import {shownValue} from '../../domain/people/record-fields.ts';
import {sections} from '../../domain/people/record-sections.ts';
import {inWords, type PersonWords} from './person-words.ts';

export interface Fact {
  label: string;
  value: string;
  /** Where it leads, if anywhere. */
  href?: string;
}

export interface SectionView {
  key: string;
  title: string;
  rows: {id: string; heading: string; facts: Fact[]; from: string | null}[];
}

/** What stands at the top of every page about a person. */
export interface BannerView extends PersonWords {
  id: string;
  reference: string;
  pronouns: string | null;
  alerts: {kind: string; note: string}[];
  /** Communication needs and the interpreter: flagged everywhere, as the Accessible Information Standard asks. */
  needs: {kind: string; need: string}[];
  why: string;
  until: string;
  isEmergency: boolean;
}

interface RecordView {
  banner: BannerView;
  sections: SectionView[];
  /** Records that were merged into this one. */
  members: (PersonWords & {reference: string})[];
  keeper: string;
  near: string[];
}

/** @param today 'YYYY-MM-DD' @param until the end of the opening, in words */
export function toRecordView(record: PersonRecord, today: string, until: string): RecordView {
  const {person, members, near} = record;
  return {
    banner: toBanner(record, today, until),
    sections: sections.map((section) => ({
      key: section.key,
      title: section.title,
      rows: (record.rows[section.key] ?? []).map(({id, personId, values}) => {
        const [first, ...others] = section.fields;
        const facts = others.flatMap((field) => {
          const value = shownValue(field, values[field.name]);
          // 'Not asked yet' is said of nothing; that it was not asked stands in the form.
          if (value === null || values[field.name] === 'not_asked') return [];
          const other = field.kind === 'reference' ? record.linked[String(values[field.name])] : undefined;
          return [{label: field.label, value, ...(other ? {href: `/people/${other}`} : {})}];
        });
        const from =
          personId === person.id ? null : (members.find((member) => member.id === personId)?.reference ?? null);
        return {id, heading: shownValue(first!, values[first!.name]) ?? '', facts, from};
      }),
    })),
    members: members.map((member) => ({...inWords(thinOf(member), today), reference: member.reference})),
    keeper: person.keeper,
    near: near.map(({partner}) => partner),
  };
}

function toBanner({person, rows, opening}: PersonRecord, today: string, until: string): BannerView {
  const words = (section: string, field: string, value: unknown) => {
    const found = sections.find(({key}) => key === section)!.fields.find(({name}) => name === field)!;
    return shownValue(found, value as string) ?? '';
  };
  const alerts = (rows.alerts ?? [])
    .filter(({values}) => !values.validUntil || String(values.validUntil) >= today)
    .map(({values}) => ({kind: words('alerts', 'kind', values.kind), note: String(values.note)}));
  const needs = (rows.communication ?? []).map(({values}) => ({
    kind: words('communication', 'kind', values.kind),
    need: String(values.need),
  }));
  const interpreters = (rows.languages ?? [])
    .filter(({values}) => values.interpreter === 'yes')
    .map(({values}) => ({kind: 'Interpreter', need: String(values.language)}));
  return {
    ...inWords(thinOf(person), today),
    id: person.id,
    reference: person.reference,
    pronouns: person.pronouns as string | null,
    alerts,
    needs: [...needs, ...interpreters],
    why: reasonInWords(opening),
    until,
    isEmergency: opening.basis === 'emergency',
  };
}

const thinOf = (person: PersonRecord['person']) => ({
  knownAs: person.knownAs as string | null,
  givenName: person.givenName as string | null,
  familyName: person.familyName as string | null,
  birthDate: person.birthDate as string | null,
  estimatedAge: person.estimatedAge as number | null,
  estimatedOn: person.estimatedOn,
  isDeceased: person.isDeceased === true,
});
