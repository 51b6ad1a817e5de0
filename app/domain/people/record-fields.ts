/** What the parts of a record are made of, and how a typed value becomes a stored one. Safe in the browser. */
import {readDate} from './birth-words.ts';
import {isNhsNumber, showNhsNumber} from './nhs-number.ts';
import {readPhone, showPhone} from './phone.ts';
import {readReference} from './reference.ts';

export const YES_NO = {yes: 'Yes', no: 'No', not_asked: 'Not asked yet'} as const;

type FieldKind =
  | 'text'
  | 'identifier'
  | 'contact'
  | 'long'
  | 'date'
  | 'number'
  | 'choice'
  | 'tick'
  | 'phone'
  | 'postcode'
  | 'reference';

export interface Field {
  /** The column, in camel case. */
  name: string;
  label: string;
  kind: FieldKind;
  hint?: string;
  /** What is said when it is left out. */
  required?: string;
  /** Of a choice: value → words. The first is chosen in a new row. */
  options?: Readonly<Record<string, string>>;
  limit?: number;
  /** Characters that it is wide on screen; otherwise as wide as there is room. */
  width?: '5' | '10' | '20';
}

/** As it stands in the database. Dates are 'YYYY-MM-DD'. */
export type Value = string | number | boolean | null;

type ReadValue = {ok: true; value: Value} | {ok: false; problem: string};

/** A row of a section, by field; `id` for one that is stored. */
export interface Row {
  id: string | null;
  values: Record<string, Value>;
}

/** Reads what was typed into a field. @param today 'YYYY-MM-DD' */
export function readField(field: Field, typed: string, today: string): ReadValue {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (field.kind === 'tick') return {ok: true, value: text !== ''};
  if (text === '') return field.required ? {ok: false, problem: field.required} : {ok: true, value: null};
  const limit = field.limit ?? 200;
  if (text.length > limit) return {ok: false, problem: `Use ${limit} letters at most`};
  const value = read(field, text, today);
  return value === undefined ? {ok: false, problem: problemOf(field)} : {ok: true, value};
}

function read({kind, options}: Field, text: string, today: string): Value | undefined {
  switch (kind) {
    case 'date':
      return readDate(text, today) ?? undefined;
    case 'number':
      return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
    case 'choice':
      return Object.hasOwn(options ?? {}, text) ? text : undefined;
    case 'phone':
      return readPhone(text) ?? undefined;
    case 'postcode':
      return readPostcode(text) ?? undefined;
    case 'reference':
      return readReference(text) ?? undefined;
    case 'text':
    case 'identifier':
    case 'contact':
    case 'long':
    case 'tick':
      return text;
  }
}

function problemOf({kind, label}: Field): string {
  switch (kind) {
    case 'date':
      return `${label}: write a date like 27/3/1950`;
    case 'number':
      return `${label}: write a number, such as 75`;
    case 'phone':
      return `${label}: write a telephone number like 01632 960001`;
    case 'postcode':
      return `${label}: write a full postcode like RG12 1JX`;
    case 'reference':
      return `${label}: a reference looks like P-7KM-4QC`;
    case 'text':
    case 'identifier':
    case 'contact':
    case 'long':
    case 'choice':
    case 'tick':
      return `${label}: choose one of the answers`;
  }
}

/** 'rg121jx' → 'RG12 1JX'; null for anything else. */
export function readPostcode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/\s/g, '');
  return /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(plain) ? `${plain.slice(0, -3)} ${plain.slice(-3)}` : null;
}

/** How a stored value stands in its field, to be typed over. */
export function typedValue({kind}: Field, value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'yes';
  if (kind === 'date')
    return String(value)
      .split('-')
      .reverse()
      .map((part) => String(Number(part)))
      .join('/');
  const text = String(value);
  if (kind === 'phone' || (kind === 'contact' && text.startsWith('+'))) return showPhone(text);
  return kind === 'identifier' && isNhsNumber(text) ? showNhsNumber(text) : text;
}

/** How a stored value is read; null for what is not known and need not be said. */
export function shownValue(field: Field, value: Value | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind === 'tick') return value ? 'Yes' : null;
  if (field.kind === 'choice') return field.options?.[String(value)] ?? String(value);
  return field.kind === 'date' ? dateInWords(String(value)) : typedValue(field, value);
}

/** '1950-03-27' → '27 March 1950'. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(`${date}T00:00:00Z`));
}
