import {handlersNeeded, loadOf, meanWait, shareAnsweredWithin} from '../../domain/figures/erlang.ts';
import type {FiguresView} from '../../domain/figures/figure-tables.ts';
import {asShare} from '../../domain/figures/shown-words.ts';

const RULE =
  'Erlang C (A. K. Erlang, 1917): the fewest handlers with whom the wanted share is answered in time, when calls come by chance at an even rate and nobody rings off. The first two numbers are those of the month shown: its busiest hour, and talking, holding and after-call work together. Change them to ask about another desk. Add those who are at lunch, ill or learning.';

/**
 * What was asked, or else the month's own numbers; the answer in words, and a few handlers more or fewer beside it. What makes no
 * sense is left aside.
 */
export function howManyHandlers(asked: URLSearchParams, view: FiguresView) {
  const read = (name: string, from: number, to: number, otherwise: number) => {
    const typed = Number((asked.get(name) ?? '').replace(',', '.') || Number.NaN);
    return typed >= from && typed <= to ? typed : otherwise;
  };
  const calls = read('calls', 0.1, 5000, view.busiestHour?.calls ?? 30);
  const seconds = read('seconds', 10, 7200, view.handlingSeconds ?? 420);
  const target = read('target', 1, 99.9, 80);
  const limit = read('limit', 1, 600, 20);
  const handlers = handlersNeeded(calls, seconds, target / 100, limit);
  const reached = handlers
    ? shareAnsweredWithin(limit, {handlers, callsPerHour: calls, handlingSeconds: seconds})
    : null;
  const wait = handlers ? Math.round(meanWait(handlers, calls, seconds)) : 0;
  const load = loadOf(calls, seconds);
  const least = Math.max(Math.floor(load) + 1, (handlers ?? 0) - 3);
  const around = (handlers ? [...Array(8).keys()] : [])
    .map((more) => least + more)
    .filter((number) => number <= (handlers ?? 0) + 3)
    .map((number) => ({
      handlers: number,
      share: shareAnsweredWithin(limit, {handlers: number, callsPerHour: calls, handlingSeconds: seconds}),
      wait: meanWait(number, calls, seconds),
    }));
  return {
    rule: RULE,
    bars: around.map(({handlers: number, share}) => ({
      name: `${number} ${number === 1 ? 'handler' : 'handlers'}`,
      count: share,
    })),
    table: {
      columns: ['Handlers', `Answered within ${limit} seconds`, 'Mean wait in seconds', 'Busy'],
      rows: around.map(({handlers: number, share, wait: seconds}) => [
        String(number),
        asShare(share),
        String(Math.round(seconds)),
        asShare(load / number),
      ]),
    },
    fields: [
      {name: 'calls', label: 'Calls an hour', value: String(calls)},
      {name: 'seconds', label: 'Seconds for each call', value: String(seconds)},
      {name: 'target', label: 'Answered in time, in %', value: String(target)},
      {name: 'limit', label: 'In time: seconds', value: String(limit)},
    ],
    answer:
      handlers === null || reached === null
        ? 'No desk is large enough for that.'
        : `${handlers} ${handlers === 1 ? 'handler' : 'handlers'}: ${(reached * 100).toFixed(0)} % are answered within ${limit} seconds, and callers wait ${wait} seconds on average. The work is ${load.toFixed(1)} people’s.`,
  };
}
