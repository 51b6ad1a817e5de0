/** Writing down someone new: whatever is known of them, and nothing that is not. */
import {aboutFields, readAbout, typedAbout, type AboutValues} from './about-person.ts';
import {readNhsNumber} from './nhs-number.ts';
import {readField, YES_NO, type Field, type Value} from './record-fields.ts';

const notAskedFirst = Object.fromEntries(Object.entries(YES_NO).reverse());

export const nameFields: readonly Field[] = aboutFields.filter(
  ({name}) => !['isDeceased', 'deceasedOn'].includes(name),
);
export const reachFields: readonly Field[] = [
  {name: 'phone', label: 'Telephone', kind: 'phone', width: '20'},
  {name: 'safeToCall', label: 'Is it safe to call this number?', kind: 'choice', options: notAskedFirst},
  {name: 'email', label: 'E-mail address', kind: 'text', limit: 254},
  {name: 'lines', label: 'House and street', kind: 'long', limit: 400},
  {name: 'town', label: 'Town', kind: 'text', limit: 100, width: '20'},
  {name: 'postcode', label: 'Postcode', kind: 'postcode', width: '10'},
  {name: 'hasNoHome', label: 'No fixed abode', kind: 'tick'},
  {
    name: 'nhsNumber',
    label: 'NHS number',
    kind: 'text',
    limit: 20,
    width: '20',
    hint: '10 figures. Leave it out if you do not know it',
  },
];

export interface NewPerson {
  about: AboutValues;
  phone: string | null;
  safeToCall: string;
  email: string | null;
  lines: string | null;
  town: string | null;
  postcode: string | null;
  hasNoHome: boolean;
  nhsNumber: string | null;
}

type TypedPerson = Record<string, string>;

type ReadNewPerson =
  {ok: true; person: NewPerson; typed: TypedPerson} | {ok: false; typed: TypedPerson; problems: Record<string, string>};

export function typedNewPerson(form: FormData): TypedPerson {
  const reach = reachFields.map(({name}) => [name, String(form.get(name) ?? '').slice(0, 2000)]);
  return {...typedAbout(form), ...(Object.fromEntries(reach) as TypedPerson)};
}

/** @param today 'YYYY-MM-DD' */
export function readNewPerson(form: FormData, today: string): ReadNewPerson {
  const typed = typedNewPerson(form);
  const about = readAbout(form, today);
  const problems: Record<string, string> = about.ok ? {} : {...about.problems};
  const values: Record<string, Value> = {};
  for (const field of reachFields) {
    const read = readField(field, typed[field.name]!, today);
    if (read.ok) values[field.name] = read.value;
    else problems[field.name] = read.problem;
  }
  const {email, nhsNumber} = values;
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(email)))
    problems.email = 'Write an e-mail address like nell@mail.example';
  const number = nhsNumber ? readNhsNumber(String(nhsNumber)) : null;
  if (nhsNumber && !number) problems.nhsNumber = 'This is no NHS number: one of its 10 figures is wrong';
  if (!about.ok || Object.keys(problems).length > 0) return {ok: false, typed, problems};
  return {
    ok: true,
    typed,
    person: {
      about: about.values,
      phone: values.phone as string | null,
      safeToCall: (values.safeToCall ?? 'not_asked') as string,
      email: email as string | null,
      lines: values.lines as string | null,
      town: values.town as string | null,
      postcode: values.postcode as string | null,
      hasNoHome: values.hasNoHome === true,
      nhsNumber: number,
    },
  };
}
