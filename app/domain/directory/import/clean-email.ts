import {isPlaceholderHost} from './placeholder-host.ts';
import type {Note} from './finding.ts';
import {asText} from './loose-values.ts';

const ADDRESS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}[a-z]{2,24}/i;

/** An e-mail address. Found inside 'mailto:…' or 'Jo <jo@…>' as well; what is none is left out. */
export function cleanEmail(value: unknown, field: string, note: Note): string | null {
  const given = asText(value, field, note)?.trim();
  if (!given) return null;
  const address = ADDRESS.exec(given.slice(0, 500))?.[0].replace(/^[.']+/, '');
  const host = address?.split('@')[1];
  if (!address || !host || address.startsWith('@') || address.includes('..')) {
    note(field, 'Not an e-mail address, so it was left out', given);
    return null;
  }
  if (isPlaceholderHost(host)) {
    note(field, 'A placeholder e-mail address was left out', given);
    return null;
  }
  if (address !== given) note(field, 'The e-mail address was mended', given);
  return address;
}
