/** What a command says while it works. */

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Does one step and says how it went and how long it took. What takes longer than a moment is announced first.
 *
 * @template T
 * @param {string} name
 * @param {string} doing what is going on, for whoever waits
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} outcome
 * @returns {Promise<T>}
 */
export async function step(name, doing, work, outcome) {
  const start = Date.now();
  const label = `  ${name}`.padEnd(18);
  const announce = setTimeout(() => say(`${label}${doing} …`), 400);
  try {
    const result = await work();
    clearTimeout(announce);
    say(`${label}${outcome(result)} (${seconds(Date.now() - start)})`);
    return result;
  } finally {
    clearTimeout(announce);
  }
}

/**
 * A reason to stop that a person can do something about. It is shown as it is, without where in the code it arose.
 */
export class Stop extends Error {
  /** @override */
  name = 'Stop';
}

/**
 * What to tell about an error: one plain line when a person can act on it, else everything, for whoever mends it.
 *
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof Stop || ['SettingError', 'MigrationError'].includes(error.name);
  return isPlain ? error.message : (error.stack ?? error.message);
}

/**
 * What is wrong with a program, in the few words before what it said itself.
 *
 * @param {string} name
 * @param {Error} error
 */
export const inShort = (name, {message}) => (message.split('\n')[0] ?? '').replace(`${name} `, '').replace(/:$/, '');
