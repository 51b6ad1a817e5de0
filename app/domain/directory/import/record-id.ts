import {createHash} from 'node:crypto';
import {harmless, type Note} from './finding.ts';
import {isNothing, isObject, type Loose} from './loose-values.ts';

const USUAL = /^[\p{L}\p{N}._:/@+~#=&?%, -]{1,200}$/u;

/** An identifier as a feed gives it, as text. Null when there is none, or it is no identifier. */
export function readId(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (text === '' || /^(null|undefined|none|n\/a)$/i.test(text)) return null;
  // Odd ones are kept apart from each other, but not kept: an identifier is shown in reports and logs.
  return USUAL.test(text) && !/script\s*:/i.test(text) ? text : `hash-${shortHash(text)}`;
}

/**
 * What a record is known by, from one import to the next. Without an id of its own that is who offers what where, so
 * that an edited description is still the same service.
 */
export function sourceIdOf(record: Loose): string {
  const own = readId(record.id);
  if (own) return own;
  if (isNothing(record.name)) return `content-${recordHash(record).slice(0, 16)}`;
  const organisation = isObject(record.organization) ? record.organization : {};
  const places = Array.isArray(record.service_at_locations) ? record.service_at_locations : [];
  const who = [record.name, organisation.id ?? organisation.name ?? record.organization_id, firstPostcode(places)];
  return `content-${shortHash(canonical(who))}`;
}

/** Says so when the id of a record is not what it should be. */
export function noteOddId(record: Loose, sourceId: string, note: Note) {
  if (sourceId.startsWith('content-')) note('id', 'It had no id, so one was made from its content');
  else if (sourceId.startsWith('hash-'))
    note('id', 'The id holds unusual characters, so a code for it is kept', record.id);
  else if (typeof record.id === 'number') note('id', 'The id was a number and is kept as text', record.id);
}

/** Equal for equal content, in whatever order its fields stand. */
export function recordHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with its fields in order, so that equal content is equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${fields
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

function firstPostcode(places: unknown[]): unknown {
  for (const place of places) {
    const location = isObject(place) && isObject(place.location) ? place.location : {};
    const address: unknown = Array.isArray(location.addresses) ? location.addresses[0] : null;
    if (isObject(address)) return address.postal_code ?? address.address_1;
  }
  return null;
}

/** How deep a record may be nested. Real ones need about eight levels. */
const DEEPEST = 40;

/**
 * The record as PostgreSQL can keep it word for word, apart from null bytes and halves of characters. Null when it is
 * nested too deeply to be a record at all.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  if (typeof value === 'string') return value.replace(/\0|\p{Surrogate}/gu, '');
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  if (!isObject(value)) return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.replace(/\0|\p{Surrogate}/gu, ''), storable(item, depth + 1)]),
  );
}

/** True for what `storable` and the cleaning rules can walk through. */
export function isShallowEnough(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST) return false;
  return Object.values(value).every((item) => isShallowEnough(item, depth + 1));
}

/** A name for a record in the report, when it has no usable id. */
export function labelOf(record: unknown, where: string): string {
  if (!isObject(record)) return where;
  return harmless(readId(record.id) ?? where).slice(0, 200);
}
