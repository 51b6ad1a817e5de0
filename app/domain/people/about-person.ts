/** Who someone is: the fields that choosing them needs, and their pronouns. */
import {readField, type Field, type Value} from './record-fields.ts';

export const aboutFields = [
  {name: 'knownAs', label: 'Known as', kind: 'text', limit: 100, hint: 'What they like to be called'},
  {name: 'givenName', label: 'Given names', kind: 'text', limit: 100},
  {name: 'familyName', label: 'Family name', kind: 'text', limit: 100},
  {name: 'pronouns', label: 'Pronouns', kind: 'text', limit: 60, width: '20', hint: 'For example: she/her'},
  {name: 'birthDate', label: 'Birth date', kind: 'date', width: '10', hint: 'For example, 27/3/1950'},
  {name: 'estimatedAge', label: 'About how old, if the birth date is not known', kind: 'number', width: '5'},
  {name: 'isDeceased', label: 'This person has died', kind: 'tick'},
  {name: 'deceasedOn', label: 'Date of death, if known', kind: 'date', width: '10'},
] as const satisfies readonly Field[];

type AboutField = (typeof aboutFields)[number]['name'];
export type AboutValues = Record<AboutField, Value>;

type ReadAbout =
  | {ok: true; values: AboutValues; typed: Record<string, string>}
  | {ok: false; typed: Record<string, string>; problems: Record<string, string>};

/** Reads the form about who someone is. Nothing is required: what is not known is left out. @param today 'YYYY-MM-DD' */
export function readAbout(form: FormData, today: string): ReadAbout {
  const typed = typedAbout(form);
  const values: Record<string, Value> = {};
  const problems: Record<string, string> = {};
  for (const field of aboutFields) {
    const read = readField(field, typed[field.name] ?? '', today);
    if (read.ok) values[field.name] = read.value;
    else problems[field.name] = read.problem;
  }
  const {birthDate, estimatedAge, deceasedOn} = values;
  if (birthDate && birthDate > today) problems.birthDate = 'The birth date must not be to come';
  if (birthDate && birthDate < '1890') problems.birthDate = 'Check the year of the birth date';
  if (birthDate && estimatedAge !== null && estimatedAge !== undefined)
    problems.estimatedAge = 'Give the birth date or an age, not both';
  if (typeof estimatedAge === 'number' && estimatedAge > 120) problems.estimatedAge = 'Check the age';
  if (deceasedOn && deceasedOn > today) problems.deceasedOn = 'The date must not be to come';
  if (deceasedOn && birthDate && deceasedOn < birthDate) problems.deceasedOn = 'This is before the birth date';
  if (Object.keys(problems).length > 0) return {ok: false, typed, problems};
  if (deceasedOn) values.isDeceased = true;
  return {ok: true, values: values as AboutValues, typed};
}

export function typedAbout(form: FormData): Record<string, string> {
  return Object.fromEntries(aboutFields.map(({name}) => [name, String(form.get(name) ?? '').slice(0, 500)]));
}

/** 'Nell Example', with what they like to be called; for someone without a name, words that say so. */
export function fullName(person: {
  knownAs: string | null;
  givenName: string | null;
  familyName: string | null;
}): string {
  const {knownAs, givenName, familyName} = person;
  const name = [givenName, familyName].filter(Boolean).join(' ');
  if (!name) return knownAs ?? 'Name not known';
  return knownAs && knownAs !== givenName ? `${name} (known as ${knownAs})` : name;
}
