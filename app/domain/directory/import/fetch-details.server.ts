import {fetchJson} from './fetch-json.server.ts';
import {FeedError, type FetchOptions} from './fetch-retry.server.ts';
import {isObject, type Loose} from './loose-values.ts';
import type {SourceRecord} from './find-records.ts';
import type {SourceState} from './read-stream.server.ts';
import {readId} from './record-id.ts';

/** The parts of a service that a short list leaves out. */
const PARTS = [
  'schedules',
  'service_at_locations',
  'contacts',
  'cost_options',
  'service_areas',
  'languages',
  'funding',
  'attributes',
  'phones',
  'regular_schedules',
  'regular_schedule',
  'eligibilitys',
  'service_taxonomys',
];

/** Pages asked for at the same time: quick for us, easy on them. */
const AT_ONCE = 4;
/** After this many missing detail pages in a row, a feed is taken to have none. */
const MOST_MISSING = 3;

const missingBySource = new WeakMap<SourceState, number>();

/**
 * Completes the items of a list from `/services/{id}` where the list gives only the outline. An item whose page
 * cannot be read is a problem, not a thin record: it would otherwise wipe out what was known about it.
 */
export async function fetchDetails(
  list: string,
  items: unknown[],
  state: SourceState,
  options: FetchOptions,
): Promise<unknown[]> {
  const base = detailAddress(list);
  const results: unknown[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE);
    results.push(...(await Promise.all(some.map((item) => (base ? complete(base, item, state, options) : item)))));
  }
  return results;
}

async function complete(base: string, item: unknown, state: SourceState, options: FetchOptions): Promise<unknown> {
  if (!isObject(item) || PARTS.some((part) => part in item) || Array.isArray(item.services)) return item;
  const id = readId(item.id);
  if (!id || (missingBySource.get(state) ?? 0) >= MOST_MISSING) return item;
  try {
    const detail = await fetchJson(`${base}/${encodeURIComponent(id)}`, options);
    missingBySource.set(state, 0);
    return merge(item, detail);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    if (error.status !== null && error.status < 500) {
      const missingNow = (missingBySource.get(state) ?? 0) + 1;
      missingBySource.set(state, missingNow);
      if (missingNow === MOST_MISSING) {
        state.notices.push('The feed has no pages for single services; its list is all there is.');
      }
      return item;
    }
    return {where: '', raw: item, format: 'oruk-3.0', problem: 'Its own page could not be read'} satisfies SourceRecord;
  }
}

/** Some feeds give another id on the page than in the list, or another service altogether. The list's id holds. */
function merge(item: Loose, detail: unknown): Loose {
  const service = isObject(detail) && isObject(detail.service) ? detail.service : detail;
  if (!isObject(service)) return item;
  const isSame = readId(service.id) === readId(item.id) || (service.name !== undefined && service.name === item.name);
  return isSame ? {...item, ...service, id: item.id} : item;
}

/** `…/services?x=1` → `…/services`. Null when single services cannot be asked for, as with a file. */
function detailAddress(list: string): string | null {
  const url = new URL(list);
  const path = url.pathname.replace(/\/+$/, '');
  return /\/services$/i.test(path) ? `${url.origin}${path}` : null;
}
