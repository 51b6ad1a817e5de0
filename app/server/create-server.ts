import {createRequestHandler} from '@remix-run/express';
import type {ServerBuild} from '@remix-run/node';
import compression from 'compression';
import express, {type Express, type Request, type Response} from 'express';
import {fileURLToPath} from 'node:url';
import {SettingError, type Config} from '../config.server.ts';
import {keepHolidaysOf} from '../domain/dates/nation.ts';
import {loadOwnScales} from '../domain/measures/scales.server.ts';
import {problemWithTariffs} from '../domain/measures/contract-tariff.server.ts';
import {problemWithFlags} from '../domain/mdt/risk-flags.server.ts';
import {squeezeFor} from '../http/squeezed.server.ts';
import {compressedAssets} from './compressed-assets.ts';
import {guardRoutes} from './guard-routes.ts';
import {healthRoutes} from './health.ts';
import {identify, visitOf} from './identify.ts';
import {lastResort} from './last-resort.ts';
import type {ServerParts} from './load-context.ts';
import {requestLog} from './request-log.ts';
import {
  settleHost,
  limitBody,
  mintNonce,
  refuseDataParameter,
  refuseForeignChanges,
  securityHeaders,
} from './security.ts';
import {sitePart} from './site-parts.ts';
import {telephonyEvents} from './telephony.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the web server. In development it makes the pages from source with hot reload; else it serves `build/`. */
export async function createServer(
  config: Config,
  parts: ServerParts,
): Promise<{app: Express; close(): Promise<void>}> {
  // A file of the site's own that is not right stops the start, not somebody's work.
  const problems = {
    SCALES_FILE: config.scalesFile && loadOwnScales(config.scalesFile),
    MDT_FLAGS_FILE: config.mdtFlagsFile && problemWithFlags(config.mdtFlagsFile),
    CONTRACT_FILE: config.contractFile && problemWithTariffs(config.contractFile),
  };
  for (const [setting, problem] of Object.entries(problems))
    if (problem) throw new SettingError(`${setting}: ${problem}`);
  keepHolidaysOf(config.nation);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);

  const site = config.dev ? await developmentSite() : await builtSite();
  app.use(requestLog(parts.log), mintNonce, ...securityHeaders(config));
  // Before the host is settled: what asks whether we are well often names none.
  app.use('/health', healthRoutes(parts));
  app.use(settleHost(config));
  if (site.squeezed) app.use('/assets', site.squeezed);
  // For what is not a page: those are squeezed as they are made. Level 1, for the same reason as there.
  app.use(compression({level: 1}));
  app.use(site.assets);
  app.use(refuseDataParameter, limitBody, telephonyEvents(config, parts));
  app.use(refuseForeignChanges, identify(parts));
  const answerFrom = keptFor((build: ServerBuild | (() => Promise<ServerBuild>)) =>
    createRequestHandler({
      build,
      mode: config.dev ? 'development' : 'production',
      getLoadContext: (request, response) => ({
        config,
        ...parts,
        nonce: (response as Response).locals.nonce,
        squeeze: squeezeFor(request as Request),
        ...visitOf(parts, request as Request, response as Response),
      }),
    }),
  );
  app.all('*', (request, response, next) => void answerFrom(site.buildFor(request.path))(request, response, next));
  app.use(lastResort(parts));
  return {app, close: site.close};
}

/** Makes something once for each thing it is made from. */
function keptFor<From, Made>(make: (from: From) => Made): (from: From) => Made {
  const kept = new Map<From, Made>();
  return (from) => {
    if (!kept.has(from)) kept.set(from, make(from));
    return kept.get(from)!;
  };
}

interface Site {
  squeezed?: express.RequestHandler;
  assets: express.RequestHandler;
  buildFor(path: string): ServerBuild | (() => Promise<ServerBuild>);
  close(): Promise<void>;
}

async function builtSite(): Promise<Site> {
  const assets = express.Router();
  // The names of built files change with their content, so a browser may keep them for good.
  assets.use('/assets', express.static(`${PROJECT}build/client/assets`, {immutable: true, maxAge: '1y'}));
  assets.use('/assets', (_request, response) => {
    response.status(404).type('text/plain').send('Not found');
  });
  const files = express.static(`${PROJECT}build/client`, {maxAge: '1h', index: false});
  // Every file has a dot in its name and hardly a page has: pages need not wait while the disk is asked for a file of their name.
  assets.use((request, response, next) => (request.path.includes('.') ? files(request, response, next) : next()));
  const buildFor = sitePart(guardRoutes((await import(`${PROJECT}build/server/index.js`)) as ServerBuild));
  return {squeezed: compressedAssets(`${PROJECT}build/client/assets`), assets, buildFor, close: async () => {}};
}

async function developmentSite(): Promise<Site> {
  const vite = await (
    await import('vite')
  ).createServer({
    root: PROJECT,
    server: {middlewareMode: true},
    appType: 'custom',
  });
  const build = async () =>
    guardRoutes((await vite.ssrLoadModule('virtual:remix/server-build')) as unknown as ServerBuild);
  return {
    assets: vite.middlewares,
    buildFor: () => build,
    close: () => vite.close(),
  };
}
