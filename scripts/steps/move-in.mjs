/** Putting newly built pages where a running site may be serving older ones. */
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

/**
 * For so long a script is kept that no page asks for any more, though somebody may have one open that does: as long as a page
 * might stay open.
 */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Moves every file of a build to its place, each in one stroke, so that whoever reads there finds the old or the new one whole. Built
 * files of the browser have their content in their name: those of the build before stay, and older ones for a week.
 *
 * @param {string} draft
 * @param {string} place
 */
export function moveIn(draft, place) {
  const now = new Date();
  const assets = join(place, 'client', 'assets');
  const before = existsSync(assets) ? filesUnder(assets) : [];
  const lastBuilt = Math.max(0, ...before.map((file) => statSync(file).mtimeMs));
  const fresh = new Set(
    // Scripts first: no page asks for what is not there yet.
    filesUnder(draft)
      .sort()
      .map((file) => {
        const to = join(place, relative(draft, file));
        mkdirSync(dirname(to), {recursive: true});
        // One moment for all of them tells the next build what belonged to this one.
        utimesSync(file, now, now);
        renameSync(file, to);
        return to;
      }),
  );
  for (const file of before) {
    const {mtimeMs} = statSync(file);
    const isOld = mtimeMs < lastBuilt && now.getTime() - mtimeMs > KEPT_MS;
    if (!fresh.has(file) && isOld) rmSync(file);
  }
  rmSync(draft, {recursive: true});
}

/** @param {string} folder */
const filesUnder = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
