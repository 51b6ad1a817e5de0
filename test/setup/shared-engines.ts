/**
 * Started by `npm test` while the pages are built: one pair of engines for both runners, with the demonstration area that
 * both clone. Says where they are, and ends them when it is asked to end. A runner that is started by itself brings its own.
 */
import {connect} from '../../db/client.ts';
import {makeTemplate} from './clone-database.ts';
import {runEngines} from './run-engines.ts';

let stopping = false;
let stop = async () => {};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop().then(() => process.exit(0));
  });
}

const engines = await runEngines();
stop = engines.stop;
const {databaseUrl, meili} = engines;
const admin = connect(databaseUrl, {max: 1});
await makeTemplate(admin, databaseUrl, 'demo');
await admin.end();
process.send!({engines: JSON.stringify({databaseUrl, meili})});
