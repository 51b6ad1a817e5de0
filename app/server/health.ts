import {Router} from 'express';
import type {ServerParts} from './load-context.ts';

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve people, and what is degraded. The search engine may
 * be down while the site is ready, because the database answers in its place; without the database nothing works. An engine
 * that answers and takes nothing in, as on a full disk, finds what was true a while ago: that is degraded too. A site
 * that runs without a search engine lacks nothing that it had: there PostgreSQL is the search.
 */
export function healthRoutes({sql, search}: Pick<ServerParts, 'sql' | 'search'>): Router {
  const routes = Router();
  routes.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  routes.get('/live', (_request, response) => {
    response.json({status: 'up'});
  });
  routes.get('/ready', (_request, response, next) => {
    Promise.all([databaseIsUp(sql), search.health().catch(() => null)])
      .then(([database, found]) => {
        const search = found ? SEARCH_IS[found.engine] : 'down';
        response.status(database ? 200 : 503).json({
          status: !database ? 'down' : search === 'down' || isBehind(found) ? 'degraded' : 'up',
          database: database ? 'up' : 'down',
          search,
          waitingForIndex: found?.outbox ?? null,
          indexLagSeconds: found?.lagSeconds ?? null,
        });
      })
      .catch(next);
  });
  return routes;
}

/** Usually the index is a moment behind the directory. */
const LONGEST_LAG_SECONDS = 60;
const isBehind = (found: {lagSeconds: number} | null) => (found?.lagSeconds ?? 0) > LONGEST_LAG_SECONDS;

const SEARCH_IS = {up: 'up', down: 'down', none: 'postgres'} as const;

async function databaseIsUp(sql: ServerParts['sql']): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  }
}
