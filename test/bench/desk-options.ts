import {parseArgs} from 'node:util';

export interface DeskOptions {
  calls: number;
  people: number;
  /** How long everyone takes calls at once. */
  minutes: number;
  handlers: number;
  /** How often each thing is measured. */
  times: number;
  /** Whether to wait for a line on standard input once the bed is made: it takes long, and may be made while others work. */
  isPaused: boolean;
}

/** `-- --calls 10000000`, `-- --minutes 2`, `-- --people 20000`, `-- --handlers 50`, `-- --pause`; `-- --quick` for a short run. */
export function readOptions(words: string[]): DeskOptions {
  const {values} = parseArgs({
    args: words,
    options: {
      quick: {type: 'boolean', default: false},
      calls: {type: 'string'},
      people: {type: 'string'},
      minutes: {type: 'string'},
      handlers: {type: 'string'},
      pause: {type: 'boolean', default: false},
    },
  });
  const number = (name: 'calls' | 'people' | 'minutes' | 'handlers', usual: number, least: number, most: number) => {
    const given = Number(values[name] ?? usual);
    if (!(given >= least && given <= most))
      throw new Error(`--${name}: expected ${least} to ${most}, got ${values[name]}`);
    return given;
  };
  const {quick} = values;
  return {
    calls: number('calls', quick ? 5000 : 144_000, 1000, 20_000_000),
    people: number('people', quick ? 20_000 : 200_000, 15_000, 1_000_000),
    minutes: number('minutes', quick ? 0.5 : 10, 0, 60),
    handlers: number('handlers', quick ? 20 : 200, 1, 1000),
    times: quick ? 100 : 400,
    isPaused: values.pause,
  };
}
