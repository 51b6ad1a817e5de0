import {parseArgs} from 'node:util';

export interface BenchOptions {
  sizes: number[];
  connections: number[];
  /** Rounds to keep at each number of connections. */
  rounds: number;
  /** Seconds for each contender in each round. */
  seconds: number;
  queries: number;
  edits: number;
  /** A run kept earlier, to be printed again instead of a new one. */
  report: string | null;
}

const numbers = (text: string): number[] =>
  text.split(',').map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 1)
      throw new Error(`expected whole numbers with commas between, got ${text}`);
    return number;
  });

/** `-- --quick`, `-- --sizes 400,10000`, `-- --connections 1,8`, `-- --rounds 9`, `-- --seconds 5`; `-- --report <file>` prints a run again. */
export function readOptions(words: string[]): BenchOptions {
  const {values} = parseArgs({
    args: words,
    options: {
      quick: {type: 'boolean', default: false},
      sizes: {type: 'string'},
      connections: {type: 'string'},
      rounds: {type: 'string'},
      seconds: {type: 'string'},
      report: {type: 'string'},
    },
  });
  const {quick} = values;
  const seconds = Number(values.seconds ?? (quick ? 0.5 : 2));
  if (!(seconds > 0 && seconds <= 30)) throw new Error(`--seconds: expected 0 to 30, got ${values.seconds}`);
  return {
    sizes: numbers(values.sizes ?? (quick ? '400,10000' : '400,10000,100000')),
    connections: numbers(values.connections ?? (quick ? '1,8' : '1,8,32')),
    rounds: numbers(values.rounds ?? (quick ? '2' : '7'))[0]!,
    seconds,
    queries: quick ? 80 : 200,
    edits: quick ? 5 : 20,
    report: values.report ?? null,
  };
}
