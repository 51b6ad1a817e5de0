import {Router} from 'express';
import type {ServerParts} from './load-context.ts';

/**
 * `/health/live`: the process answers. `/health/ready`: it can serve people, and what is degraded. The search engine may
 * be down while the site is ready, because the database answers in its place; without the database nothing works. A site
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
          status: !database ? 'down' : search === 'down' ? 'degraded' : 'up',
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

const SEARCH_IS = {up: 'up', down: 'down', none: 'postgres'} as const;

async function databaseIsUp(sql: ServerParts['sql']): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  }
}
