/** What was typed behind a command: read in one way, and refused in one line that names it. */
import {parseArgs} from 'node:util';
import {Stop} from './report.mjs';

/**
 * As `parseArgs` of Node reads them. What it does not understand is told as a `Stop`, which `explain` shows without where in the
 * code it arose.
 *
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 * @returns {ReturnType<typeof parseArgs<Config>>}
 */
export function readArguments(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    const said = inWords(error, Object.keys(config.options ?? {}));
    throw said === null ? error : new Stop(said, {cause: error});
  }
}

/**
 * @param {unknown} error
 * @param {string[]} known the names of the options there are
 * @returns {string | null} null for what is no mistake of whoever typed
 */
function inWords(error, known) {
  if (!(error instanceof Error) || !('code' in error)) return null;
  // Node names it in quotation marks: 'x', '--name', '-h, --help' or '--name <value>'.
  const name = /'([^' ,]+)/.exec(error.message)?.[1] ?? 'What was typed';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `${name}: there is no such option. ${thoseThereAre(known)}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take')
        ? `${name}: takes nothing behind it`
        : `${name}: expected something behind it`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `${name}: not expected here. ${thoseThereAre(known)}`;
    default:
      return null;
  }
}

/** @param {string[]} known */
const thoseThereAre = (known) =>
  known.length > 0 ? `Those there are: ${known.map((name) => `--${name}`).join(', ')}` : 'It takes none';
