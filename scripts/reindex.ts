/** `npm run reindex`: makes every listing and the search index anew, while the site runs. `-- --check` compares and mends instead. */
import {readConfig} from '../app/config.server.ts';
import {connect} from '../db/client.ts';
import {connectMeili} from '../search/engine.ts';
import {rebuildIndex} from '../search/index-all.ts';
import {repairIndex} from '../search/repair.ts';

const config = readConfig();
const sql = connect(config.databaseUrl, {max: 2});
const engine = config.meili ? connectMeili(config.meili) : null;
if (process.argv.includes('--check') && engine) {
  console.log(await repairIndex(sql, engine));
} else {
  const {documents, ms} = await rebuildIndex(sql, engine, {log: console.log});
  console.log(`${documents.toLocaleString('en-GB')} listings indexed in ${(ms / 1000).toFixed(1)} s`);
}
await sql.end();
