import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import {readFeed, type FeedOptions} from './fetch-feed.server.ts';
import {FeedError, fetchWithRetry} from './fetch-retry.server.ts';
import type {SourceRecord} from './find-records.ts';
import {readStream, type SourceState} from './read-stream.server.ts';

export interface Source {
  /** The address, or the full path of the file. */
  address: string;
  isUrl: boolean;
  /** What the feed is called when nobody says: from the host or the file's name. */
  suggestedKey: string;
}

/**
 * Tells a web address from a file.
 *
 * @throws {FeedError} when it is meant as an address and is none
 */
export function describeSource(given: string): Source {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(given)) {
    const url = URL.canParse(given) ? new URL(given) : null;
    if (!url || !/^https?:$/.test(url.protocol)) {
      throw new FeedError(
        `${given} is no address to read from. It begins with http:// or https:// and names a host.`,
        null,
      );
    }
    return {
      address: url.href,
      isUrl: true,
      suggestedKey: keyFrom(url.port ? `${url.hostname}-${url.port}` : url.hostname),
    };
  }
  const address = path.resolve(given);
  return {address, isUrl: false, suggestedKey: keyFrom(path.basename(address).replace(/\.\w{1,8}$/, ''))};
}

/** The records of a file, a download, or a paged feed. */
export async function* readSource(
  source: Source,
  state: SourceState,
  options: FeedOptions,
): AsyncGenerator<SourceRecord> {
  const extension = /\.(ndjson|jsonl|csv|tsv|json)$/i
    .exec(new URL(source.address, 'file:').pathname)?.[1]
    ?.toLowerCase();
  const hint = {
    isLines: extension === 'ndjson' || extension === 'jsonl',
    isCsv: extension === 'csv' || extension === 'tsv',
    isJson: extension === 'json',
  };
  if (!source.isUrl) {
    await stat(source.address);
    yield* readStream(createReadStream(source.address), state, hint);
  } else if (hint.isLines || hint.isCsv) {
    // The whole download counts as one answer here, and a large one takes its time.
    const patient = {...options, timeoutMs: Math.max(options.timeoutMs, 3_600_000)};
    const body = await fetchWithRetry(source.address, patient, async (response) => response.body);
    if (body) yield* readStream(body as unknown as AsyncIterable<Uint8Array>, state, hint);
  } else yield* readFeed(source.address, state, options);
}

function keyFrom(text: string): string {
  const key = text
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return key.slice(0, 60).replace(/-+$/, '') || 'feed';
}
