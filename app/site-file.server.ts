/** Files of a site's own, which its settings name. */
import {readFileSync} from 'node:fs';
import {z} from 'zod';

/** @throws when there is no such file, or what it holds is not JSON: `fileProblem` has the words for it */
export const readSiteFile = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * What is wrong with a file that could not be taken in, in one line for whoever starts the site.
 * @param one what each thing of its list is called: 'flag' for 'flag 2, key: …'
 */
export function fileProblem(file: string, error: unknown, one = 'entry'): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof z.ZodError) return issueInWords(error, one);
  if ('code' in error) return `the file ${file} cannot be read`;
  const words = error.message.replaceAll('\n', ' ');
  return error instanceof SyntaxError ? `${file} is not JSON: ${words}` : words;
}

function issueInWords({issues: [issue]}: z.ZodError, one: string): string {
  const [at, ...inside] = issue!.path;
  const place = [typeof at === 'number' ? `${one} ${at + 1}` : null, ...inside].filter((part) => part !== null);
  return [place.join(', '), issue!.message].filter(Boolean).join(': ');
}
