/** Files of a site's own, which its settings name. */
import {readFileSync} from 'node:fs';

/** @throws when there is no such file, or what it holds is not JSON: `fileProblem` has the words for it */
export const readSiteFile = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** What is wrong with a file that could not be taken in, in one line for whoever starts the site. */
export function fileProblem(file: string, error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error) return `the file ${file} cannot be read`;
  const words = error.message.replaceAll('\n', ' ');
  return error instanceof SyntaxError ? `${file} is not JSON: ${words}` : words;
}
