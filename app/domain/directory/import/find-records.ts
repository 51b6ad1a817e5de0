import {isObject, type Loose} from './loose-values.ts';
import {looksLikeOruk1} from './read-oruk1.ts';

export type Format = 'oruk-3.0' | 'oruk-1.0' | 'csv';

/** One record as it came out of a feed, or why there is none. */
export interface SourceRecord {
  /** Where it stood, for the report: 'line 12', 'page 3, item 7'. */
  where: string;
  format: Format;
  raw: unknown;
  /** Set when what stands there can be no service: the reason. */
  problem?: string;
}

/**
 * The services in a JSON document: a page of a feed, a plain list, one service, an organisation with its services, or
 * services at locations. What is something else is given with the reason why it cannot be imported.
 */
export function findRecords(document: unknown, where: (index: number) => string): SourceRecord[] {
  const list = listIn(document);
  const isVersion1 = isObject(document) && ('totalElements' in document || Array.isArray(document.content));
  const format = (raw: Loose): Format => (isVersion1 || looksLikeOruk1(raw) ? 'oruk-1.0' : 'oruk-3.0');
  const records = (list ?? [document]).map((raw, index) => ({raw, where: where(index)}));
  return mergeServicesAtLocations(records).flatMap(({raw, where}): SourceRecord[] => {
    if (!isObject(raw))
      return [{where, raw, format: 'oruk-3.0', problem: 'A record is an object, and this is something else'}];
    const services = servicesOf(raw);
    if (services) return services.map((service) => ({where, raw: service, format: format(service)}));
    const problem = notAService(raw);
    return [{where, raw, format: format(raw), ...(problem ? {problem} : {})}];
  });
}

/** The list inside a page or a plain list. Null when the document is a record itself. */
export function listIn(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return null;
  if (Array.isArray(document.contents)) return document.contents;
  if (Array.isArray(document.content)) return document.content;
  // A page may be empty in its own way.
  if ('total_items' in document || 'totalElements' in document) return [];
  return null;
}

/** An organisation may carry its services inside it. */
function servicesOf(record: Loose): Loose[] | null {
  if (!Array.isArray(record.services) || record.services.length === 0) return null;
  const {services, ...organization} = record;
  return (services as unknown[]).filter(isObject).map((service) => ({organization, ...service}));
}

const SERVICE_FIELDS = [
  'status',
  'organization',
  'organization_id',
  'schedules',
  'service_at_locations',
  'cost_options',
  'fees',
  'minimum_age',
  'maximum_age',
  'accreditations',
  'assured_date',
  'attending_type',
  'alert',
  'service_areas',
];
const TAXONOMY_FIELDS = ['taxonomy_terms', 'term_uri', 'vocabulary', 'taxonomy', 'version'];
const ORGANISATION_FIELDS = [
  'website',
  'organization_identifiers',
  'legal_status',
  'year_incorporated',
  'parent_organization_id',
];

/** Why a record cannot be a service. Null when it may be one; the benefit of the doubt is on its side. */
function notAService(record: Loose): string | null {
  const hasAny = (fields: string[]) => fields.some((field) => field in record);
  if (hasAny(SERVICE_FIELDS) || looksLikeOruk1(record)) return null;
  if ('openapi_url' in record || 'profile' in record) return 'This describes a feed and is no service';
  if (hasAny(TAXONOMY_FIELDS)) return 'This is a taxonomy or one of its terms, not a service';
  if (hasAny(ORGANISATION_FIELDS)) return 'This is an organisation, not a service';
  return 'id' in record || 'name' in record ? null : 'This does not look like a service';
}

/** A list of services at locations names a service once for each place: they are put together again. */
function mergeServicesAtLocations(records: {raw: unknown; where: string}[]): {raw: unknown; where: string}[] {
  const merged: {raw: unknown; where: string}[] = [];
  const byService = new Map<unknown, Loose>();
  for (const {raw, where} of records) {
    if (!isObject(raw) || !isObject(raw.service) || !(isObject(raw.location) || 'location_id' in raw)) {
      merged.push({raw, where});
      continue;
    }
    const {service, ...at} = raw;
    const known = byService.get(service.id);
    if (known) (known.service_at_locations as unknown[]).push(at);
    else {
      const whole: Loose = {...service, service_at_locations: [at]};
      if (service.id !== undefined) byService.set(service.id, whole);
      merged.push({raw: whole, where});
    }
  }
  return merged;
}
