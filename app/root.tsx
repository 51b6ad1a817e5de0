import type {LoaderFunctionArgs} from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react';
import type {ReactNode} from 'react';
import {OfflineNotice} from './components/shell/offline-notice.tsx';
import {ProblemPage} from './components/shell/problem-page.tsx';
import {SiteFooter} from './components/shell/site-footer.tsx';
import {ShortlistStatus} from './components/shortlist/shortlist-status.tsx';
import {SiteHeader} from './components/shell/site-header.tsx';
import {UrgentHelp} from './components/shell/urgent-help.tsx';
import {localeOf} from './http/locale.server.ts';
import {pageTitle} from './http/page-meta.ts';
import {shortlistOf} from './http/shortlist-cookie.server.ts';
import {useNonce} from './http/nonce.ts';
import {textFor} from './i18n/catalogue.server.ts';
import {useLocale, useText} from './i18n/text-context.tsx';
import styles from './styles/site.scss?url';

export function loader({request}: LoaderFunctionArgs) {
  const {problem} = textFor(localeOf(request)).shell;
  return {shortlist: shortlistOf(request), missingTitle: problem.missingTitle, brokenTitle: problem.brokenTitle};
}

/** Each page gives its own title; these are for when there is no page to give one. */
export const meta: MetaFunction<typeof loader> = ({data, error}) => {
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return pageTitle((isMissing ? data?.missingTitle : data?.brokenTitle) ?? '');
};

/** Only a change to the list changes what every page shows. */
export function shouldRevalidate({formMethod}: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== 'GET';
}

export const links = () => [
  {rel: 'stylesheet', href: styles},
  {rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml'},
];

/** Says that scripts run, before anything is painted: nhsuk-frontend refuses to start without its mark on the body. */
const SCRIPT_CLASSES = 'js-enabled nhsuk-frontend-supported';
const MARK_SCRIPTS = `document.body.className='${SCRIPT_CLASSES}'`;
/** In the browser React knows the mark too: should it ever have to make the page anew, it would be lost otherwise. */
const bodyClass = typeof document === 'undefined' ? undefined : SCRIPT_CLASSES;

export function Layout({children}: {children: ReactNode}) {
  const text = useText();
  const nonce = useNonce();
  const shortlist = useRouteLoaderData<typeof loader>('root')?.shortlist ?? [];
  const matches = useMatches();
  // The staff side has a frame of its own, with its own <main>.
  const isStaffSide = matches.some(({id}) => id === 'routes/staff-side/route');
  const isScripted = !matches.some(
    ({handle}) => (handle as {isWithoutScripts?: boolean} | undefined)?.isWithoutScripts,
  );
  return (
    <html lang={useLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0d4a45" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
      </head>
      <body className={bodyClass} suppressHydrationWarning>
        {isScripted && (
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{__html: MARK_SCRIPTS}} />
        )}
        <a className="nhsuk-skip-link" href="#main">
          {text.shell.skip}
        </a>
        {isStaffSide ? (
          children
        ) : (
          <>
            <SiteHeader listCount={shortlist.length} />
            <UrgentHelp />
            <ShortlistStatus />
            <OfflineNotice />
            <main id="main" className="page" tabIndex={-1}>
              {children}
            </main>
            <SiteFooter hasLanguages={isScripted} />
          </>
        )}
        {isScripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return <ProblemPage what={isMissing ? 'missing' : isUnreached(error) ? 'unreached' : 'broken'} />;
}

/** As browsers call it when nothing came back: each in its own words. */
const isUnreached = (error: unknown) =>
  error instanceof TypeError && /fetch|network|load failed|dynamically imported/i.test(error.message);
