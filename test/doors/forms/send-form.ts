/** Fills in and sends the forms of `form-case.ts` as a browser does. */
import {startSession} from '../../../app/domain/access/sessions.server.ts';
import {within} from '../../../db/within.ts';
import type {Sql} from '../../../db/client.ts';
import type {Site} from '../site.ts';
import type {Filled} from './form-case.ts';
import {formsOf, type PageForm} from './page-form.ts';

/** A browser: whose session it has, and what was kept for it. */
export interface Browser {
  session: string | null;
  held: string | null;
  /** A cookie of somebody without an account. */
  given?: string | undefined;
}

/** What is sent, and where. */
interface Sent {
  to: string;
  fields: Record<string, string>;
  json?: unknown;
}

/** Signs in whoever sends the form, and opens the record it stands in. */
export async function browserFor(site: Site, {as, record, token, cookie}: Filled): Promise<Browser> {
  const browser: Browser = {session: token ?? (as ? await site.signIn(as.staffId) : null), held: null, given: cookie};
  if (record) {
    const fields = {basis: 'consent', consentBy: 'person', consentHow: 'spoken'};
    await (await send(site, browser, {to: `/people/${record}/open`, fields})).arrayBuffer();
  }
  return browser;
}

/** The same browser after its session has run out and somebody has signed in again. */
export async function signedInAgain(web: Sql, {held}: Browser, staffId: string): Promise<Browser> {
  const session = await within(web, {purpose: 'sign-in'}, (tx) => startSession(tx, staffId, 'full', 'A test'));
  return {session, held};
}

/** The form as it stands in its page. @throws when there is none of that kind */
async function shownForm(site: Site, browser: Browser, filled: Filled): Promise<PageForm> {
  const {as, page, first} = filled;
  const path = page.split('?')[0]!;
  let {html} = await comeTo(site, browser, page);
  if (first) html = await (await send(site, browser, fill(pick(html, path, {as, page, typed: first}), first))).text();
  return pick(html, page, filled);
}

/** What is sent once everything has been typed and the button pressed. */
export async function filledIn(site: Site, browser: Browser, filled: Filled): Promise<Sent> {
  const {page, json, written, to, typed, pressed} = filled;
  if (json !== undefined) return {to: page, fields: {}, json};
  if (written) return {to: to!, fields: written};
  return fill(await shownForm(site, browser, filled), typed, pressed);
}

/** What is sent where nothing is typed or chosen, or the same words are in every field. */
export async function filledWith(site: Site, browser: Browser, filled: Filled, words: string): Promise<Sent> {
  const form = await shownForm(site, browser, filled);
  const fields: Record<string, string> = {};
  for (const [name, kind] of form.kinds) {
    if (kind === 'hidden') fields[name] = form.fields[name] ?? '';
    else if (words !== '' || !['radio', 'checkbox'].includes(kind)) fields[name] = words;
  }
  return fill({...form, fields}, {}, filled.pressed);
}

export const fill = (form: PageForm, typed: Record<string, string>, pressed: Record<string, string> = {}): Sent => ({
  to: form.action,
  fields: {...form.fields, ...typed, ...pressed},
});

/** The form that has these fields and this button. */
export function pick(html: string, path: string, {typed, pressed = {}, among = {}, to}: Filled): PageForm {
  const buttons = Object.entries(pressed).map(([name, value]) => `${name}=${value}`);
  const has = (form: PageForm, name: string) =>
    form.names.has(name) || [...form.buttons].some((one) => one.startsWith(`${name}=`));
  const found = formsOf(html, path).find(
    (form) =>
      Object.keys(typed).every((name) => has(form, name)) &&
      buttons.every((button) => form.buttons.has(button)) &&
      Object.entries(among).every(
        ([name, value]) => form.fields[name] === value || form.buttons.has(`${name}=${value}`),
      ) &&
      (to === undefined || form.action === to),
  );
  if (!found)
    throw new Error(
      `${path} has no form with ${[...Object.keys(typed), ...buttons, ...Object.values(among)].join(', ')}`,
    );
  return found;
}

const cookies = ({session, held, given}: Browser) =>
  [session && `__Host-fingerpost=${session}`, held && `__Host-held=${held}`, given].filter(Boolean).join('; ');

/** A page, or wherever it leads. */
export async function comeTo(site: Site, browser: Browser, path: string): Promise<{path: string; html: string}> {
  const answer = await fetch(site.address + path, {headers: {cookie: cookies(browser)}, redirect: 'manual'});
  const html = await answer.text();
  const next = answer.headers.get('location');
  return next ? comeTo(site, browser, next) : {path, html};
}

export async function send(site: Site, browser: Browser, {to, fields, json}: Sent): Promise<Response> {
  const answer = await fetch(site.address + to, {
    method: 'POST',
    headers: {
      cookie: cookies(browser),
      'sec-fetch-site': 'same-origin',
      ...(json === undefined ? {accept: 'text/html'} : {'content-type': 'application/json'}),
    },
    body: json === undefined ? new URLSearchParams(fields) : JSON.stringify(json),
    redirect: 'manual',
  });
  const held = /__Host-held=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '');
  if (held) browser.held = held[1]!;
  return answer;
}
