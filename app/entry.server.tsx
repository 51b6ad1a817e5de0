import type {AppLoadContext, EntryContext} from '@remix-run/node';
import {RemixServer} from '@remix-run/react';
import {text} from 'node:stream/consumers';
import {renderToString} from 'react-dom/server';
import {handOver} from './http/hand-over.server.ts';
import {lastResortPage} from './http/last-resort-page.server.ts';
import {isPrivatePath, loggedPath} from './http/logged-path.ts';
import {localeOf} from './http/locale.server.ts';
import {NonceContext} from './http/nonce.ts';
import {squeezed} from './http/squeezed.server.ts';
import {textFor} from './i18n/catalogue.server.ts';
import {DEFAULT_LOCALE} from './i18n/locales.ts';
import {TextProvider} from './i18n/text-context.tsx';

/**
 * Answers with a whole page. No page here has slow parts worth streaming, and a page that fails while it is made can
 * still be answered with the right status.
 *
 * As one string: React's streams encode every tag by itself and wait for Remix's stream of the page's data, which takes more time
 * than making the page does.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  {nonce, squeeze, viewer, halfSession, failed}: AppLoadContext,
): Promise<Response> {
  if (failed?.isDatabaseAway && status >= 500) {
    status = 503;
    headers.set('Retry-After', '10');
  }
  if (failed?.typed && status >= 500) {
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Cache-Control', 'no-store');
    return squeezed(lastResortPage(localeOf(request), failed.typed), squeeze, headers, status);
  }
  const side = sideOf(remixContext);
  // The staff side speaks English in its pages (docs/decisions/0008), and must not be read out as another language.
  const locale = side === 'staff-side' ? DEFAULT_LOCALE : localeOf(request);
  const {serverHandoffStream: data, ...context} = withPagesOfItsSide(remixContext, side);
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <TextProvider locale={locale} text={textFor(locale)}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </TextProvider>
    </NonceContext.Provider>,
  );
  const handover = data && context.renderMeta?.didRenderScripts ? handOver(await text(data), nonce) : '';
  headers.set('Content-Type', 'text/html; charset=utf-8');
  // What a person looked for must not stay in a shared cache, but Back should still be quick. What someone who
  // is signed in has seen must not come back once they have gone: that is seen to in server/identify.ts.
  if (viewer || halfSession) headers.delete('Cache-Control');
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  return squeezed(`<!DOCTYPE html>${page}${handover}`, squeeze, headers, status);
}

/** The frame of `app/routes.ts` that a page stands in, or null for the directory and pages of no side. */
function sideOf({staticHandlerContext}: EntryContext): string | null {
  const ids = staticHandlerContext.matches.map(({route}) => /^routes\/(\w+-side)\/route$/.exec(route.id)?.[1]);
  return ids.find((side) => side !== undefined) ?? null;
}

/**
 * A public page is told of the pages of its side only: the list of all of them grows with the staff side, and who looks for
 * help on a slow connection should not wait for that. While developing there is one list, which vite keeps.
 */
function withPagesOfItsSide(context: EntryContext, side: string | null): EntryContext {
  // What sends no scripts is told of nothing.
  if (side === 'staff-side' || side === 'answer-side') return context;
  const {manifest} = context;
  const list = `/assets/${side ?? 'public'}-manifest-`;
  return {...context, manifest: {...manifest, url: manifest.url.replace('/assets/manifest-', list)}};
}

/** What a page behind a private link shows is no less private as data, which the headers of its page do not reach. */
export function handleDataRequest(response: Response, {request}: {request: Request}): Response {
  if (isPrivatePath(new URL(request.url).pathname)) response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** Errors of loaders and actions. What a visitor broke off is not an error. */
export function handleError(error: unknown, {request, context}: {request: Request; context: AppLoadContext}) {
  if (!request.signal.aborted)
    context.log.error({err: error, path: loggedPath(new URL(request.url).pathname)}, 'a page failed');
}
