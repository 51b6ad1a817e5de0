import {fetchDetails} from './fetch-details.server.ts';
import {fetchDocument, fetchJson} from './fetch-json.server.ts';
import {FeedError, type FetchOptions} from './fetch-retry.server.ts';
import {findRecords, listIn, type SourceRecord} from './find-records.ts';
import {isObject} from './loose-values.ts';
import type {SourceState} from './read-stream.server.ts';
import {canonical, readId} from './record-id.ts';

export interface FeedOptions extends FetchOptions {
  /** However many pages a feed claims to have, no more than this are read. */
  maxPages: number;
}

/** Pages in a row without anything new, after which a feed has nothing more to say, whatever it claims. */
const MOST_FRUITLESS_PAGES = 2;

/**
 * The services of a feed, page by page, from its base address (`https://host/path`) or that of its list. Feeds
 * miscount: totals change, last pages are empty, some ignore `page`. So the pages are followed until they bring
 * nothing new.
 */
export async function* readFeed(
  address: string,
  state: SourceState,
  options: FeedOptions,
): AsyncGenerator<SourceRecord> {
  const start = await findList(address, options);
  const seen = new Set<string>();
  const totals = new Set<number>();
  let found = 0;
  let fruitless = 0;
  let document: unknown = start.document;
  for (let page = numberOf(document) ?? 1, count = 1; ; page++, count++) {
    const items = listIn(document) ?? [document];
    const fresh = unseen(items, seen);
    if (fresh.length > 0) found += items.length;
    const total = isObject(document) ? (document.total_items ?? document.totalElements) : undefined;
    if (typeof total === 'number') totals.add(total);
    const detailed = await fetchDetails(start.list, fresh, state, options);
    yield* recordsOfPage(document, detailed, count);

    fruitless = fresh.length > 0 ? 0 : fruitless + 1;
    if (!saysMore(document, page) || fruitless >= MOST_FRUITLESS_PAGES) break;
    if (count >= options.maxPages) {
      state.incomplete = `It has more than ${options.maxPages} pages; the rest were not read (see --max-pages).`;
      break;
    }
    const next = await fetchPage(start.list, page + 1, options);
    if ('problem' in next) {
      state.incomplete = next.problem;
      break;
    }
    if (next.document === null) break;
    document = next.document;
  }
  judge(totals, found, state);
}

/** Any service left out because the list moved while it was read must not be taken for gone. */
function judge(totals: Set<number>, found: number, state: SourceState) {
  if (totals.size > 1) {
    state.notices.push(`The feed's total changed between pages (${[...totals].slice(0, 5).join(', ')}).`);
    state.incomplete ??= 'The list changed while it was read, so services may have been missed.';
  }
  const last = [...totals].at(-1);
  if (last !== undefined && found < last) {
    state.notices.push(`The feed promised ${last} services and gave ${found}.`);
    state.incomplete ??= 'Fewer services came than the feed promised.';
  }
}

/** The records of a page, with what was fetched for each in place of the list's own short form. */
function recordsOfPage(document: unknown, items: unknown[], page: number): SourceRecord[] {
  const envelope = isObject(document) && listIn(document) ? document : null;
  const isVersion1 = envelope !== null && ('totalElements' in envelope || Array.isArray(envelope.content));
  const where = (index: number) => `page ${page}, item ${index + 1}`;
  return items.flatMap((item, index) => {
    if (isProblem(item)) return [{...item, where: where(index)}];
    return findRecords(isVersion1 ? {content: [item]} : [item], () => where(index));
  });
}

const isProblem = (item: unknown): item is SourceRecord =>
  isObject(item) && typeof item.problem === 'string' && 'raw' in item;

interface Start {
  /** The address of the list, to which the number of the page is added. */
  list: string;
  document: unknown;
}

/** A base address answers with details of the API, with the list, or not at all: then the list is at `/services`. */
async function findList(address: string, options: FetchOptions): Promise<Start> {
  const list = servicesAddress(address);
  const askList = async (): Promise<Start> => {
    const found = await fetchDocument(list, options);
    return {list: found.address, document: found.document};
  };
  let start: Awaited<ReturnType<typeof fetchDocument>>;
  try {
    start = await fetchDocument(address, options);
  } catch (error) {
    if (!(error instanceof FeedError) || list === address || error.status === null) throw error;
    return askList();
  }
  const {document} = start;
  const isApiDetails =
    isObject(document) && listIn(document) === null && ('openapi_url' in document || 'profile' in document);
  return isApiDetails && list !== address ? askList() : {list: start.address, document};
}

/** `https://host/path` → `https://host/path/services`. An address that names the list, or a file, stays as it is. */
function servicesAddress(address: string): string {
  const url = new URL(address);
  if (url.search || /\/(services\/?|[^/]*\.\w{2,6})$/i.test(url.pathname)) return address;
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/services`;
  return url.href;
}

async function fetchPage(
  list: string,
  page: number,
  options: FetchOptions,
): Promise<{document: unknown} | {problem: string}> {
  const url = new URL(list);
  url.searchParams.set('page', String(page));
  try {
    return {document: await fetchJson(url.href, options)};
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    // One past the last page, some feeds answer 404.
    if (error.status !== null && error.status < 500) return {document: null};
    return {problem: `Page ${page} could not be read: ${error.message}`};
  }
}

/** Whether a page gives any reason to ask for the next: its flags and its totals, of which either may be wrong. */
function saysMore(document: unknown, page: number): boolean {
  if (!isObject(document) || !listIn(document)) return false;
  const isLast = document.last_page ?? document.last;
  const pages = document.total_pages ?? document.totalPages;
  if (isLast === false) return true;
  return typeof pages === 'number' ? pages > page : isLast === undefined;
}

function numberOf(document: unknown): number | null {
  const number = isObject(document) ? (document.page_number ?? document.number) : null;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null;
}

/**
 * What no earlier page held. Twins within one page are left for the import to report. Records without an id are told
 * apart by their content, so that a repeated page is recognised all the same.
 */
function unseen(items: unknown[], seen: Set<string>): unknown[] {
  const keys = items.map((item) => (isObject(item) ? readId(item.id) : null) ?? canonical(item));
  const fresh = items.filter((_, index) => !seen.has(keys[index]!));
  keys.forEach((key) => seen.add(key));
  return fresh;
}
