/** The web server as its own process. `npm start` runs it; where the engines are one's own, it may be run by itself. */
import {once} from 'node:events';
import {createServer as createHttpServer} from 'node:http';
import pino, {type Logger} from 'pino';
import {readConfig, type Config} from '../app/config.server.ts';
import {clearAway} from '../app/domain/access/housekeeping.server.ts';
import {startCounting} from '../app/domain/figures/count-again.server.ts';
import {startPostRoom} from '../app/domain/messages/post-room.server.ts';
import {nudgeServices} from '../app/domain/onward/nudge-services.server.ts';
import {findPlace} from '../app/domain/places/find-place.server.ts';
import {lapseClaims} from '../app/domain/second-level/claim-handoff.server.ts';
import {tellOverdueVisits} from '../app/domain/visits/overdue-visits.server.ts';
import {createServer} from '../app/server/create-server.ts';
import {startLiveEvents} from '../app/server/live-events.ts';
import {loggedError} from '../app/server/logged-error.ts';
import {webRoleProblem} from '../app/server/web-role.ts';
import type {Sql} from '../db/client.ts';
import {connectLasting, isDatabaseAway, PATIENCE_MS} from '../db/lasting-pool.ts';
import {createSearch} from '../search/create-search.ts';
import {connectMeili} from '../search/engines/engine.ts';
import {loadVocabulary} from '../search/understanding/vocabulary.ts';
import {untilDatabaseAnswers} from './steps/await-database.ts';
import {explain, Stop} from './steps/report.mjs';

/** How long requests that are being answered may take to finish once we are asked to stop. */
const patience = 2000;
const PATIENCE_AT_START_MS = 30_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of a connection, in seconds: all that PostgreSQL has planned for us is planned again on a new one, ten times slower. */
const LIFETIME = 6 * 60 * 60;

async function serve(config: Config) {
  const {databaseWebUrl, databaseConnections, siteSecret} = config;
  if (!databaseWebUrl) {
    throw new Stop('DATABASE_WEB_URL: expected how the web server reaches the database (npm start brings its own)');
  }
  if (!siteSecret) throw new Stop('SITE_SECRET: expected the secret of the site (npm start makes one)');
  const log = pino({level: config.logLevel, serializers: {err: loggedError}});
  // Starting keeps the machine busy, and nobody waits for a page yet: only a database that is surely gone ends it.
  let isServing = false;
  const sql = connectLasting(databaseWebUrl, {
    max: databaseConnections,
    lifetimeSeconds: LIFETIME,
    patienceMs: () => (isServing ? PATIENCE_MS : PATIENCE_AT_START_MS),
    onTurn: (isThere) =>
      isThere ? log.info('the database answers again') : log.error('the database is gone, or does not answer'),
  });
  await untilDatabaseAnswers(sql, 'DATABASE_WEB_URL');
  const problem = await webRoleProblem(sql);
  if (problem) throw new Stop(problem);
  const engine = config.meili ? connectMeili(config.meili) : null;
  const search = await createSearch({sql, engine, log});
  const places = {find: (words: string) => findPlace(sql, words, {postcodesUrl: config.postcodesUrl})};
  const live = await startLiveEvents(sql, log);
  const site = await createServer(config, {
    sql,
    search,
    places,
    vocabulary: await loadVocabulary(sql),
    live,
    log,
    siteSecret,
  });
  const postRoom =
    config.post.by === 'outbox' && !config.isDemonstration ? null : startPostRoom({sql, post: config.post, log});
  if (!postRoom) log.warn('No way to send messages is set (NOTIFY_KEY or SMTP_URL): they wait until there is one');
  const counting = startCounting({sql, log});
  const housekeeping = [
    repeatedly(HOUR, () => clearAway(sql), 'clear away what has run out', log),
    repeatedly(MINUTE, () => lapseClaims(sql), 'put idle claims back into their queues', log),
    repeatedly(
      HOUR,
      () => nudgeServices({sql, siteSecret, publicUrl: config.publicUrl}),
      'remind services that have not answered',
      log,
    ),
    repeatedly(MINUTE, () => noteOverdueVisits(sql, config, log), 'tell of overdue visits', log),
  ];
  const server = createHttpServer(site.app);
  server.listen(config.port, config.host);
  await once(server, 'listening').catch((error) => {
    throw error.code === 'EADDRINUSE' ? new Stop(`PORT: ${config.port} is taken`) : error;
  });

  isServing = true;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Open pages listen for as long as they are let; a server that waits for them would never close.
    await live.close();
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), patience).unref();
    await closed;
    for (const one of housekeeping) clearInterval(one);
    await counting.close();
    await postRoom?.close();
    await site.close();
    await search.close();
    await sql.end({timeout: 1});
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.on(signal, () => void stop());
  process.send?.({listening: addressOf(config)});
  if (!process.send) log.info(`Fingerpost is at ${addressOf(config)}`);
}

/** Now and again and again. A failure is for the log only: the next time tries again. */
function repeatedly(every: number, work: () => Promise<unknown>, what: string, log: Logger) {
  const run = () => void work().catch((error: unknown) => log.error({err: error}, `could not ${what}`));
  run();
  return setInterval(run, every);
}

/** That nobody could be told is for whoever runs the site: somebody is out, and no colleague has an account. */
async function noteOverdueVisits(sql: Sql, {publicUrl}: Config, log: Logger) {
  const {withoutAnybody} = await tellOverdueVisits(sql, publicUrl);
  if (withoutAnybody > 0) log.error({visits: withoutAnybody}, 'visits are overdue and there is nobody to tell');
}

/** Where a person on this machine opens the site. */
function addressOf({host, port}: Config) {
  const open = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return `http://${open.includes(':') ? `[${open}]` : open}:${port}`;
}

try {
  await serve(readConfig());
} catch (error) {
  console.error(
    isDatabaseAway(error) ? 'DATABASE_WEB_URL: the database went away while the site was starting' : explain(error),
  );
  process.exit(1);
}
