/** What failed, in a few lines each: said again at the very end, where whoever reads the log of a long run looks first. */

/** More than this of one message, or this many tests, would push the first ones out of sight again. */
const longest = {lines: 12, tests: 20};

/**
 * @param {Record<string, any>} report of vitest
 * @returns {string[]}
 */
export function failuresOfVitest({testResults = []}) {
  return testResults.flatMap((/** @type {Record<string, any>} */ {name, status, message, assertionResults}) => {
    const failed = assertionResults.filter((/** @type {{status: string}} */ test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [failure(name, message)];
    return failed.map((/** @type {Record<string, any>} */ test) =>
      failure(`${name} › ${[...test.ancestorTitles, test.title].join(' › ')}`, test.failureMessages.join('\n')),
    );
  });
}

/**
 * @param {Record<string, any>} report of Playwright
 * @returns {string[]}
 */
export function failuresOfPlaywright({suites = [], errors = []}) {
  const outside = errors.map((/** @type {{message?: string}} */ {message}) => failure('browser tests', message));
  return [...suites.flatMap(testsThatWere('unexpected')), ...outside];
}

/**
 * Those that passed only at the second attempt, with what went wrong at the first: they are to be mended too.
 *
 * @param {Record<string, any>} report of Playwright
 * @returns {string[]}
 */
export function flakyOfPlaywright({suites = []}) {
  return suites.flatMap(testsThatWere('flaky'));
}

/**
 * @param {'unexpected' | 'flaky'} outcome
 * @returns {(suite: Record<string, any>) => string[]}
 */
function testsThatWere(outcome) {
  const ofSuite = (/** @type {Record<string, any>} */ {suites = [], specs = []}) => {
    const here = specs.flatMap((/** @type {Record<string, any>} */ {file, line, title, tests}) =>
      tests
        .filter((/** @type {{status: string}} */ {status}) => status === outcome)
        .map((/** @type {Record<string, any>} */ {projectName, results}) => {
          const [first] = results.filter((/** @type {{error?: object}} */ {error}) => error);
          return failure(`test/e2e/${file}:${line} [${projectName}] › ${title}`, first?.error.message);
        }),
    );
    return [...here, ...suites.flatMap(ofSuite)];
  };
  return ofSuite;
}

/**
 * @param {string} where
 * @param {string} [message]
 */
export function failure(where, message = 'It says nothing more.') {
  const lines = message.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  const cut = lines.length > longest.lines ? [...lines.slice(0, longest.lines), '…'] : lines;
  return [where, ...cut.map((line) => `    ${line}`)].join('\n');
}

/**
 * @param {string[]} failures
 */
export function summary(failures) {
  if (failures.length === 0) return '';
  const left = failures.length - longest.tests;
  const shown = failures.slice(0, longest.tests).map((one) => `✗ ${one}`);
  return ['', 'What failed', ...shown, ...(left > 0 ? [`… and ${left} more, named above`] : [])].join('\n\n');
}
