/** Feeds put lists where objects belong and the reverse. These say what was meant, and note it when it was not what the standard says. */
import type {Note} from './finding.ts';

export type Loose = Record<string, unknown>;

/** Longer lists than this are a mistake or an attack: no service has 500 opening times. */
const LONGEST_LIST = 500;

export function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null, undefined, or a text of nothing but blanks. */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A list. A single object counts as a list of one, a text as its parts between semicolons. */
export function asList(value: unknown, field: string, note: Note): unknown[] {
  if (isNothing(value)) return [];
  if (Array.isArray(value)) {
    if (value.length <= LONGEST_LIST) return value;
    note(field, 'The list was too long and was cut', value);
    return value.slice(0, LONGEST_LIST);
  }
  if (isObject(value)) {
    if (Object.keys(value).length === 0) return [];
    note(field, 'One object was given where a list belongs', value);
    return [value];
  }
  if (typeof value === 'string') {
    note(field, 'Text was given where a list belongs', value);
    return value
      .split(/[;\n]/)
      .filter((part) => part.trim())
      .slice(0, LONGEST_LIST);
  }
  note(field, 'A list was expected', value);
  return [];
}

/** The objects of a list, each with the name of its field for the report. */
export function asObjects(value: unknown, field: string, note: Note): {item: Loose; at: string}[] {
  return asList(value, field, note).flatMap((item, index) => {
    const at = `${field}[${index}]`;
    if (isObject(item)) return [{item, at}];
    if (!isNothing(item)) note(at, 'An object was expected', item);
    return [];
  });
}

/** An object. A list of one object counts as that object. */
export function asObject(value: unknown, field: string, note: Note): Loose | null {
  if (isNothing(value)) return null;
  if (isObject(value)) return value;
  const first: unknown = Array.isArray(value) ? value.find(isObject) : undefined;
  if (isObject(first)) {
    note(field, 'A list was given where one object belongs', value);
    return first;
  }
  if (!(Array.isArray(value) && value.length === 0)) note(field, 'An object was expected', value);
  return null;
}

/** A text that is still as dirty as it came. Numbers count as text, lists of texts as their lines. */
export function asText(value: unknown, field: string, note: Note): string | null {
  if (isNothing(value)) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    return value.slice(0, LONGEST_LIST).join('\n');
  }
  if (Array.isArray(value) && value.length === 0) return null;
  note(field, 'Text was expected', value);
  return null;
}

/** Yes, no, or not said. */
export function asYesNo(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
  if (/^(y|yes|true|1|t)$/.test(text)) return true;
  if (/^(n|no|false|0|f)$/.test(text)) return false;
  return null;
}
