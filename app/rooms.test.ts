/**
 * Rooms are the folders of the domain, of the components and of search. Two that need each other, straight or by way of others, are one
 * room or three; what both need stands in a third, below or above them. Files are held to the same by lint.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';

const repository = dirname(import.meta.dirname);

/** Which rooms each room below `side` imports from. Tests cross rooms as they like. */
function arrowsOf(side: string): Map<string, Set<string>> {
  const roomOf = (file: string) => {
    const [room, ...rest] = file.startsWith(`${side}/`) ? file.slice(side.length + 1).split('/') : [];
    return rest.length > 0 ? room : undefined;
  };
  const arrows = new Map<string, Set<string>>();
  for (const name of readdirSync(join(repository, side), {recursive: true, encoding: 'utf8'})) {
    const file = join(side, name);
    const from = roomOf(file);
    if (!from || !/\.tsx?$/.test(name) || /\.test\./.test(name)) continue;
    if (!arrows.has(from)) arrows.set(from, new Set());
    for (const [, path = ''] of readFileSync(join(repository, file), 'utf8').matchAll(
      /(?:from|import\() ?'(\.[^']+)'/g,
    )) {
      const to = roomOf(join(dirname(file), path));
      if (to && to !== from) arrows.get(from)!.add(to);
    }
  }
  return arrows;
}

/** What is left when, again and again, each room is taken away that needs none of those still there. */
function inCircles(arrows: Map<string, Set<string>>): string[] {
  const left = new Set(arrows.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const room of left) if (![...arrows.get(room)!].some((other) => left.has(other))) left.delete(room);
  }
  return [...left];
}

test('circles are found', () => {
  const arrows = {cases: ['team'], team: ['cover'], cover: ['cases'], dates: [], plans: ['dates']};
  expect(inCircles(new Map(Object.entries(arrows).map(([from, to]) => [from, new Set(to)])))).toEqual([
    'cases',
    'team',
    'cover',
  ]);
});

test.each([
  ['app/domain', 20],
  ['app/components', 20],
  ['search', 5],
])('no rooms of %s need each other in a circle', (side, atLeast) => {
  const arrows = arrowsOf(side);
  expect(arrows.size).toBeGreaterThan(atLeast);
  expect(inCircles(arrows)).toEqual([]);
});
