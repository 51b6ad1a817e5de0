/** That the pages measured are the right ones. */
import {matchesIn} from '../../search/search-schema.ts';
import type {RecordedSearch} from './search-recording.ts';

/** Fetches every page once and compares the number in its heading, and its cards, with the search behind it. Returns what differs. */
export async function checkPages(site: string, recorded: RecordedSearch[]): Promise<string[]> {
  const faults: string[] = [];
  for (const {params, answer} of recorded) {
    const response = await fetch(`${site}/search?${params}`);
    const page = await response.text();
    const heading = /id="results-heading"[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
    const total = heading.startsWith('Nothing') ? 0 : Number(heading.split(' ')[0]?.replaceAll(',', ''));
    const missing = answer.cards.filter(({slug}) => !page.includes(`/services/${slug}`));
    if (response.status !== 200 || total !== matchesIn(answer) || missing.length > 0) {
      faults.push(
        `${params}: page says "${heading}" (${response.status}), ${matchesIn(answer)} found, ${missing.length} cards missing`,
      );
    }
  }
  return faults;
}
