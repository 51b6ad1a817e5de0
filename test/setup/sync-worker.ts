/** A process that does nothing but empty the outbox, for a test to kill. Says 'ready' once it is at work. */
import {connect} from '../../db/client.ts';
import {connectMeili} from '../../search/engines/engine.ts';
import {syncOnce} from '../../search/index/sync.ts';

const sql = connect(process.env.WORKER_DATABASE!);
const engine = connectMeili(JSON.parse(process.env.WORKER_MEILI!));
await sql`select 1`;
process.stdout.write('ready\n');
for (;;) {
  if ((await syncOnce({sql, engine})) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
