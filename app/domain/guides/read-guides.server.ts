/** The guides that come with the product, from their files. */
import {readdir, readFile} from 'node:fs/promises';
import {parse as parseYaml} from 'yaml';
import {guideSchema, type Guide} from './guide-schema.ts';

const FOLDER = new URL('../../../db/seed/guides/', import.meta.url);

/**
 * Every guide in the folder, by name of file.
 * @throws when one is not as it should be, with the file, the place and what is wrong, in one line
 */
export async function readShippedGuides(folder = FOLDER): Promise<Guide[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const read = guideSchema.safeParse(parseYaml(await readFile(new URL(file, folder), 'utf8')));
      if (!read.success) {
        const [issue] = read.error.issues;
        throw new Error(`${file}, ${issue?.path.join('.')}: ${issue?.message}`);
      }
      if (`${read.data.key}.yaml` !== file) throw new Error(`${file}: its key is ${read.data.key}`);
      return read.data;
    }),
  );
}
