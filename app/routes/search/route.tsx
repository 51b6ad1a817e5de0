import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData, type ShouldRevalidateFunctionArgs} from '@remix-run/react';
import {useMemo} from 'react';
import {parseSearch} from '../../../search/search-schema.ts';
import {searchDirectory} from '../../domain/directory/search-directory.server.ts';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {isAskedByAPerson} from '../../http/asked-by.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {ResultsPage} from './results-page.tsx';
import {resultsView, type ResultsView} from './results-view.ts';
import {differOnlyInFollowing} from './use-map-search.ts';

export const handle = {door: 'directory'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const {tilesUrl, tilesAttribution} = context.config;
  const {asked, found, answer} = await searchDirectory(context, parseSearch(params), isAskedByAPerson(request));
  const results = resultsView({
    request: asked,
    found,
    answer,
    view: params.get('view') === 'map' ? 'map' : 'list',
    vocabulary: context.vocabulary,
    today: today(),
    text: textFor(localeOf(request)),
    tiles: tilesUrl ? {url: tilesUrl, attribution: tilesAttribution ?? ''} : null,
  });
  const {title, isIndexed} = results;
  // As one text: Remix takes apart, value by value, what a page is given, and of a page of results that is more than a thousand.
  return {title, isIndexed, results: JSON.stringify(results)};
}

/** Putting something on the list does not change what was found, and neither does letting the list follow the map. */
export function shouldRevalidate({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  if (formMethod === 'POST' || differOnlyInFollowing(currentUrl, nextUrl)) return false;
  return defaultShouldRevalidate;
}

export const meta = pageMeta;

export default function Search() {
  const {results} = useLoaderData<typeof loader>();
  const view = useMemo(() => JSON.parse(results) as ResultsView, [results]);
  return <ResultsPage results={view} />;
}
