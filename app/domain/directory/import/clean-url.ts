import {isPlaceholderHost} from './placeholder-host.ts';
import type {Note} from './finding.ts';
import {asText} from './loose-values.ts';

/** A web address people can follow: http or https, a real host, no password in it. Anything else is left out. */
export function cleanUrl(value: unknown, field: string, note: Note): string | null {
  const given = asText(value, field, note)?.trim();
  if (!given) return null;
  const text = withScheme(given.slice(0, 5000));
  const url = text ? readUrl(text) : null;
  if (!url) {
    note(field, 'Not a web address, so it was left out', given);
    return null;
  }
  if (isPlaceholderHost(url.hostname)) {
    note(field, 'A placeholder web address was left out', given);
    return null;
  }
  if (!/^https?:\/\//i.test(given) || /\s/.test(given)) note(field, 'The web address was mended', given);
  return url.href;
}

/** 'www.a.org', 'http//a.org', 'http://http://a.org' and 'Website: https://a.org or …' as one address. Null for other schemes. */
function withScheme(given: string): string | null {
  const start = given.search(/https?:\/\//i);
  const candidate = (start > 0 ? given.slice(start) : given).split(/[\s,;|]+(?=https?:|www\.)|\s/i)[0]!;
  let rest = candidate;
  let scheme = 'https';
  for (let match; (match = /^(https?)(?::\/*|;\/+|\/\/+)/i.exec(rest)); rest = rest.slice(match[0].length)) {
    scheme = match[1]!.toLowerCase();
  }
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(rest) || /^[^/?#]*@/.test(rest)) return null;
  return `${scheme}://${rest}`;
}

function readUrl(text: string): URL | null {
  if (text.length > 2000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const decoded = safelyDecoded(url.href);
  if (url.username || url.password || /script\s*:|<|>/i.test(decoded)) return null;
  // A host has a dot and ends in letters: 'example_page' and '10.0.0.1' are no public address.
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.([a-z]{2,}|xn--[a-z0-9-]+)$/i.test(url.hostname) ? url : null;
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
