/** Sends a list of requests again and again, over so many connections, for so long. */
import {LoadConnection} from './load-connection.ts';

/** Each item is one search: its requests go one after another, and together they are one time. */
interface Load {
  url: string;
  items: Buffer[][];
}

export interface LoadTimes {
  p50: number;
  p95: number;
  p99: number;
  mean: number;
  perSecond: number;
  count: number;
  /** Mean size of an answer as it came over the wire. */
  bytes: number;
}

/** Nothing here may run for longer than this, whatever happens. */
const AT_MOST_MS = 60_000;

/**
 * Goes through the whole list at least once and until `seconds` have passed, and always to the end of the list, so that
 * every round measures the same mixture. @throws when an answer is not 200.
 */
export async function runLoad({url, items}: Load, connections: number, seconds: number): Promise<LoadTimes> {
  const open = await Promise.all(Array.from({length: connections}, () => LoadConnection.open(url)));
  const times: number[] = [];
  let sent = 0;
  let bytes = 0;
  const started = performance.now();
  const isOver = () => {
    const passed = performance.now() - started;
    if (passed > AT_MOST_MS) throw new Error(`${url} did not get through ${items.length} searches in a minute`);
    return sent > 0 && sent % items.length === 0 && passed >= seconds * 1000;
  };
  let stopped = false;
  const work = async (connection: LoadConnection) => {
    while (!stopped) {
      if (isOver()) stopped = true;
      if (stopped) return;
      const item = items[sent++ % items.length]!;
      const began = performance.now();
      for (const request of item) {
        const answer = await connection.send(request);
        if (answer.status !== 200)
          throw new Error(`${url} answered ${answer.status} to ${request.toString().split('\r\n')[0]}`);
        bytes += answer.bytes;
      }
      times.push(performance.now() - began);
    }
  };
  try {
    await Promise.all(open.map(work));
  } finally {
    stopped = true;
    for (const connection of open) connection.close();
  }
  return {...summarise(times, performance.now() - started), bytes: Math.round(bytes / times.length)};
}

/** Percentiles of times in milliseconds that were measured within `took` milliseconds. */
export function summarise(times: number[], took: number): Omit<LoadTimes, 'bytes'> {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    mean: sorted.reduce((total, time) => total + time, 0) / sorted.length,
    perSecond: (sorted.length / took) * 1000,
    count: sorted.length,
  };
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
