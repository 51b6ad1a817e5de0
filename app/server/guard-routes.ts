/**
 * Stands in every door. Each loader and action of each route is wrapped, so that however Remix is brought to run one (as
 * a page, as data, as a resource), the table in app/domain/access/doors.ts is asked first. A route that names no door
 * stops the start.
 */
import {redirect, type LoaderFunctionArgs, type ServerBuild} from '@remix-run/node';
import {doors, isDoorName, mayPass, type DoorName} from '../domain/access/doors.ts';
import {isWithinRate} from '../http/rate-limits.server.ts';

type Run = (args: LoaderFunctionArgs) => unknown;

/** @throws when a route names no door, or one that is not in the table */
export function guardRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route || id === 'root') return [id, route] as const;
    const door = doorOf(id, route.module);
    const {loader, action} = route.module as {loader?: Run; action?: Run};
    return [
      id,
      {
        ...route,
        module: {
          ...route.module,
          ...(loader ? {loader: guarded(door, loader)} : {}),
          ...(action ? {action: guarded(door, action)} : {}),
        },
      },
    ] as const;
  });
  return {...build, routes: Object.fromEntries(routes)} as ServerBuild;
}

/** The door that a route names. A page without a loader cannot be guarded, so only the public part may have one. */
export function doorOf(id: string, module: {handle?: unknown; loader?: unknown}): DoorName {
  const door = (module.handle as {door?: unknown} | undefined)?.door;
  if (!isDoorName(door)) throw new Error(`${id} names no door that is in app/domain/access/doors.ts`);
  if (!module.loader && door !== 'directory') throw new Error(`${id} needs a loader, so that its door can be watched`);
  return door;
}

function guarded(door: DoorName, run: Run): Run {
  return async (args) => {
    const {request, context} = args;
    const verdict = mayPass(door, request.method, context.viewer);
    if (verdict === 'yes') {
      if (request.method === 'POST' && context.viewer) {
        const limit = isSentByPage(request) ? 'open-pages' : 'staff-forms';
        if (!(await isWithinRate(limit, context.viewer.staffId)))
          throw await tooMany(args, doors[door].rows !== 'own account');
      }
      return run(args);
    }
    if (verdict === 'sign-in') return signInFirst(args, doors[door].rows !== 'own account');
    await context.noteRefusal(door);
    throw new Response(null, {status: 403});
  };
}

/** A page that keeps itself sends JSON: it has what was typed, and sends it again. Everything else is a form. */
const isSentByPage = (request: Request): boolean =>
  request.headers.get('Content-Type')?.startsWith('application/json') ?? false;

/** Far more than anyone types. What stood in a form is kept, as when a session has ended. */
async function tooMany({request, context}: LoaderFunctionArgs, mayKeep: boolean): Promise<Response> {
  if (isSentByPage(request)) return new Response(null, {status: 429});
  const url = new URL(request.url);
  const headers = new Headers();
  if (mayKeep) {
    const path = url.pathname.replace(/\.data$/, '');
    const cookie = await context.holdForm(path + searchOf(url), await request.formData());
    if (cookie) headers.append('Set-Cookie', cookie);
  }
  return new Response(null, {status: 429, headers});
}

/** To the sign-in page and back again. What had been typed is kept meanwhile, unless it may be a password. */
async function signInFirst({request, context}: LoaderFunctionArgs, mayKeep: boolean): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '');
  const headers = new Headers();
  // A page that sends by itself keeps what was typed, and goes on once somebody has signed in beside it.
  if (isSentByPage(request)) return new Response(null, {status: 401});
  if (request.method === 'POST' && mayKeep) {
    const cookie = await context.holdForm(path + searchOf(url), await request.formData());
    if (cookie) headers.append('Set-Cookie', cookie);
  }
  const next = encodeURIComponent(path + searchOf(url));
  return redirect(`/sign-in?next=${next}`, {status: 303, headers});
}

/** Without what Remix adds for itself. */
function searchOf({searchParams}: URL): string {
  const kept = new URLSearchParams(searchParams);
  for (const name of ['_routes', 'index']) kept.delete(name);
  return kept.size > 0 ? `?${kept}` : '';
}
