/** `npm run check`: the quick part of `npm test`, for while one is working. Needs no engine, no build and no browser. */
import {countVitest, runQuietCheck, runTests, total} from './steps/checks.mjs';
import {commandRoot, runCommand} from './steps/command.mjs';

await runCommand(commandRoot(), 'check-run', async (place) => {
  const quiet = await Promise.all([
    runQuietCheck(place, 'Lint'),
    runQuietCheck(place, 'Types').then(async (types) => [types, await runQuietCheck(place, 'Format')]),
  ]);
  const words = ['run', '--config', 'vitest.config.ts', '--project', 'unit'];
  const unit = await runTests(place, {name: 'vitest', program: 'vitest/vitest.mjs', words}, countVitest);
  return total([...quiet.flat(), unit]);
});
