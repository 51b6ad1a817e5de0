import type {LoaderFunctionArgs} from '@remix-run/node';
import {countListings, listAddresses} from '../../domain/directory/list-addresses.server.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {sitemap, sitemapIndex} from './sitemap.server.ts';

export const handle = {door: 'directory'};

/** One file may name 50,000 addresses at most (sitemaps.org). */
const PER_PART = 40_000;
const PAGES = ['/', '/talk', '/refer', '/about', '/accessibility', '/privacy'];

/** Every page worth finding. Past the limit of one file, a list of parts. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const site = siteAddress(context.config, request);
  const parts = Math.ceil((await countListings(context.sql)) / PER_PART);
  const part = Number(new URL(request.url).searchParams.get('part') ?? 0);
  if (parts > 1 && !(part >= 1 && part <= parts)) return xml(sitemapIndex(site, parts));

  const first = Math.max(part, 1);
  const listings = await listAddresses(context.sql, {offset: (first - 1) * PER_PART, limit: PER_PART});
  const pages = first === 1 ? PAGES.map((path) => ({path})) : [];
  return xml(
    sitemap(site, [...pages, ...listings.map(({slug, changedOn}) => ({path: `/services/${slug}`, changedOn}))]),
  );
}

function xml(body: string) {
  return new Response(body, {
    headers: {'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600'},
  });
}
