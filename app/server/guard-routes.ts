/**
 * Stands in every door. Each loader and action of each route is wrapped, so that however Remix is brought to run one (as
 * a page, as data, as a resource), the table in app/domain/access/doors.ts is asked first. A route that names no door
 * stops the start.
 */
import {redirect, type LoaderFunctionArgs, type ServerBuild} from '@remix-run/node';
import {isDatabaseAway} from '../../db/lasting-pool.ts';
import {isDoorName, mayPass, type DoorName} from '../domain/access/doors.ts';
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
      if (request.method !== 'POST' || !context.viewer) return failingKindly(args, run, mayKeep(door));
      const limit = isSentByPage(request) ? 'open-pages' : 'staff-forms';
      if (!(await isWithinRate(limit, context.viewer.staffId))) throw await tooMany(args, mayKeep(door));
      return failingKindly(args, (again) => sentAgain(again, run), mayKeep(door));
    }
    if (verdict === 'sign-in') return signInFirst(args, mayKeep(door));
    if (!(await isWithinRate('refusals', context.viewer?.staffId ?? context.address)))
      throw new Response(null, {status: 429});
    await context.noteRefusal(door);
    throw new Response(null, {status: 403});
  };
}

/** Notes what is to be said when it breaks, and keeps the form that was sent for that. */
async function failingKindly(args: LoaderFunctionArgs, run: Run, isKept: boolean): Promise<unknown> {
  const {request, context} = args;
  const isForm = request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const copy = request.method === 'POST' && isKept && isForm ? request.clone() : null;
  try {
    return await run(args);
  } catch (thrown) {
    if (!(thrown instanceof Response)) {
      const fields = copy && [...(await copy.formData())].filter(isWords);
      context.failed = {isDatabaseAway: isDatabaseAway(thrown), typed: fields && {path: heldPath(request), fields}};
    }
    throw thrown;
  }
}

const isWords = (field: [string, FormDataEntryValue]): field is [string, string] => typeof field[1] === 'string';

/** What is typed behind these doors is a password or a code, and is kept nowhere. */
const SECRETS: readonly DoorName[] = ['sign-in', 'own-account'];
const mayKeep = (door: DoorName) => !SECRETS.includes(door);

/** Once what was kept of a form has been sent, it is not given back again: the next form of this page begins empty. */
async function sentAgain(args: LoaderFunctionArgs, run: Run): Promise<unknown> {
  try {
    const outcome = await run(args);
    if (statusOf(outcome) < 400) await args.context.dropHeldForm(heldPath(args.request));
    return outcome;
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status < 400) await args.context.dropHeldForm(heldPath(args.request));
    throw thrown;
  }
}

/** Of a response, of what `data()` made, or of a plain answer. */
function statusOf(outcome: unknown): number {
  if (outcome instanceof Response) return outcome.status;
  const init = (outcome as {init?: {status?: number} | null} | null)?.init;
  return init?.status ?? 200;
}

/** A page that keeps itself sends JSON: it has what was typed, and sends it again. Everything else is a form. */
const isSentByPage = (request: Request): boolean =>
  request.headers.get('Content-Type')?.startsWith('application/json') ?? false;

/** Far more than anyone types. What stood in a form is kept, as when a session has ended. */
async function tooMany({request, context}: LoaderFunctionArgs, isKept: boolean): Promise<Response> {
  if (isSentByPage(request)) return new Response(null, {status: 429});
  const headers = new Headers();
  if (isKept) {
    const cookie = await context.holdForm(heldPath(request), await request.formData());
    if (cookie) headers.append('Set-Cookie', cookie);
  }
  return new Response(null, {status: 429, headers});
}

/** To the sign-in page and back again. What had been typed is kept meanwhile, unless it may be a password. */
async function signInFirst({request, context}: LoaderFunctionArgs, isKept: boolean): Promise<Response> {
  const path = heldPath(request);
  const headers = new Headers();
  // A page that sends by itself keeps what was typed, and goes on once somebody has signed in beside it.
  if (isSentByPage(request)) return new Response(null, {status: 401});
  if (request.method === 'POST' && isKept) {
    const cookie = await context.holdForm(path, await request.formData());
    if (cookie) headers.append('Set-Cookie', cookie);
  }
  return redirect(`/sign-in?next=${encodeURIComponent(path)}`, {status: 303, headers});
}

/** The page a form belongs to, without what Remix adds for itself. */
function heldPath(request: Request): string {
  const {pathname, searchParams} = new URL(request.url);
  for (const name of ['_routes', 'index']) searchParams.delete(name);
  return pathname.replace(/\.data$/, '') + (searchParams.size > 0 ? `?${searchParams}` : '');
}
