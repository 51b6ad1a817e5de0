import {expect, test} from 'vitest';
import {freeReference} from './made-reference.ts';

test('a made reference steps aside for one that is taken, and stays another than those of all the rest', () => {
  const free = freeReference(new Set(), 'P', 20_007, 6);
  const aside = freeReference(new Set([free]), 'P', 20_007, 6);
  expect(free).toMatch(/^P-[34679CDFGHJKMNPQRTWXY]{3}-[34679CDFGHJKMNPQRTWXY]{3}$/);
  const rest = Array.from({length: 60_000}, (_, number) => freeReference(new Set(), 'P', number, 6));
  expect(new Set([...rest, aside]).size).toBe(60_001);
});
