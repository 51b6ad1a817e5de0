/**
 * `npm run reindex`: makes every listing and the search index anew, while the site runs. With `-- --check` compares the index with the
 * directory instead, mends what differs and says what it was.
 */
import {connect} from '../db/client.ts';
import {connectMeili} from '../search/engine.ts';
import {rebuildIndex} from '../search/index-all.ts';
import {repairIndex} from '../search/repair.ts';
import {readArguments} from './steps/arguments.mjs';
import {reachEngines} from './steps/reach-engines.ts';
import {explain} from './steps/report.mjs';

const isCheck = readWish();
const {config, close} = await reachEngines();
const sql = connect(config.databaseUrl, {max: 2});
const {meili} = config;
const engine = meili ? connectMeili(meili) : null;
try {
  if (isCheck && engine) {
    const {compared, missing, outdated, extra} = await repairIndex(sql, engine);
    console.log(
      `${compared} listings compared: ${missing} missing, ${outdated} out of date, ${extra} that should be gone.`,
    );
  } else {
    const {documents, ms} = await rebuildIndex(sql, engine, {log: console.log});
    console.log(`${documents.toLocaleString('en-GB')} listings indexed in ${(ms / 1000).toFixed(1)} s`);
  }
} finally {
  await sql.end();
  await close();
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
