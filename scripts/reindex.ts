/**
 * `npm run reindex`: makes every listing and the search index anew, while the site runs. With `-- --check` compares the index with the
 * directory instead, mends what differs and says what it was.
 */
import {connectMeili} from '../search/engines/engine.ts';
import {rebuildIndex} from '../search/index/index-all.ts';
import {repairIndex, type RepairReport} from '../search/index/repair.ts';
import {readArguments} from './steps/arguments.mjs';
import {tellFailure} from './steps/lasting-command.ts';
import {withDatabase} from './steps/reach-engines.ts';
import {explain} from './steps/report.mjs';

const isCheck = readWish();
await withDatabase(4, async (sql, {meili}) => {
  const engine = meili ? connectMeili(meili) : null;
  if (isCheck && engine) {
    const report = await repairIndex(sql, engine);
    console.log(report ? inWords(report) : 'The index is being compared already.');
  } else {
    const {documents, ms} = await rebuildIndex(sql, engine, {log: console.log});
    console.log(`${documents.toLocaleString('en-GB')} listings indexed in ${(ms / 1000).toFixed(1)} s`);
  }
}).catch((error: unknown) => {
  tellFailure(error);
  // An engine that went while it was waited for leaves the client a clock of ten minutes.
  process.exit(1);
});

function inWords({compared, missing, outdated, extra, index}: RepairReport): string {
  const counts = `${compared} listings compared: ${missing} missing, ${outdated} out of date, ${extra} that should be gone.`;
  return index === 'sound' ? counts : `${counts} The index: ${index}.`;
}

/** Whether it only compares. A word it does not know is told, rather than taken for a wish to make everything anew. */
function readWish(): boolean {
  try {
    return readArguments({options: {check: {type: 'boolean', default: false}}}).values.check;
  } catch (error) {
    console.error(explain(error));
    process.exit(2);
  }
}
