import type {LoaderFunctionArgs} from '@remix-run/node';
import {siteAddress} from '../../http/secure.server.ts';

export const handle = {door: 'directory'};

/** Listings may be found by anyone; searches and lists are a person's own. */
export function loader({request, context}: LoaderFunctionArgs) {
  const lines = [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /suggest',
    'Disallow: /shortlist',
    'Disallow: /services/*/report',
    '',
    `Sitemap: ${siteAddress(context.config, request)}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: {'Content-Type': 'text/plain', 'Cache-Control': 'public, max-age=3600'},
  });
}
