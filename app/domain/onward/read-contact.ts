/** Reads the form of somebody known at an organisation. Safe in the browser. */
import {z} from 'zod';

/** As it stands in the form. */
export interface TypedContact {
  organisation: string;
  name: string;
  role: string;
  phone: string;
  email: string;
  approach: string;
  isChecked: string;
}

export interface ContactFields {
  organisation: string;
  name: string;
  role: string | null;
  phone: string | null;
  email: string | null;
  approach: string | null;
  /** Whether somebody made sure of it today. */
  isChecked: boolean;
}

const MOST = {organisation: 200, name: 120, role: 120, phone: 40, email: 254, approach: 1000};

export const typedContact = (form: FormData): TypedContact => {
  const text = (name: keyof TypedContact) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .slice(0, 2000);
  return {
    organisation: text('organisation'),
    name: text('name'),
    role: text('role'),
    phone: text('phone'),
    email: text('email'),
    approach: text('approach'),
    isChecked: text('isChecked'),
  };
};

type Read = {ok: true; contact: ContactFields} | {ok: false; problems: Partial<Record<keyof TypedContact, string>>};

export function readContact(typed: TypedContact): Read {
  const problems: Partial<Record<keyof TypedContact, string>> = {};
  const line = (name: keyof typeof MOST) => {
    const words = name === 'approach' ? typed[name].trim() : typed[name].trim().replace(/\s+/g, ' ');
    if (words.length > MOST[name]) problems[name] = `Use ${MOST[name].toLocaleString('en-GB')} letters or fewer`;
    return words;
  };
  const [organisation, name, role, phone, approach] = [
    line('organisation'),
    line('name'),
    line('role'),
    line('phone'),
    line('approach'),
  ];
  const email = line('email').toLowerCase();
  if (!organisation) problems.organisation = 'Write which organisation it is';
  if (!name) problems.name = 'Write who it is';
  if (!phone && !email) problems.phone = 'Write a telephone number or an e-mail address';
  else if (phone && !/^[+\d][\d ()x-]{4,}$/.test(phone)) problems.phone = 'Write a phone number like 01632 960001';
  if (email && !z.email().safeParse(email).success)
    problems.email = 'Write an e-mail address, such as name@example.org';
  if (Object.keys(problems).length > 0) return {ok: false, problems};
  const orNull = (words: string) => words || null;
  return {
    ok: true,
    contact: {
      ...{organisation, name, role: orNull(role), phone: orNull(phone), email: orNull(email)},
      ...{approach: orNull(approach), isChecked: typed.isChecked === 'yes'},
    },
  };
}
