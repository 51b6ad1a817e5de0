import type {RequestHandler} from 'express';
import type {Logger} from 'pino';
import {loggedPath} from '../http/logged-path.ts';

/** Writes one line for each answer. The query stays out of it: what a person types may be about their health. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const line = {
        method: request.method,
        path: loggedPath(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
      };
      if (response.statusCode >= 500) log.error(line, 'answered with an error');
      else log.debug(line, 'answered');
    });
    next();
  };
}
