import {expect, test} from 'vitest';
import {ndcg, recall} from './measures.ts';

test('the best order scores 1, the worst 0', () => {
  expect(ndcg(['a', 'b'], {a: 3, b: 1})).toBe(1);
  expect(ndcg(['x', 'y'], {a: 3, b: 1})).toBe(0);
});
test('a good answer lower down is worth less', () => {
  // 7 / log2(3) over 7 / log2(2)
  expect(ndcg(['x', 'a'], {a: 3})).toBeCloseTo(0.6309, 4);
});
test('recall counts good answers only, and never asks for more than fit', () => {
  expect(recall(['a', 'c'], {a: 3, b: 2, c: 1})).toBe(0.5);
  const many = Object.fromEntries(Array.from({length: 40}, (_, n) => [`s${n}`, 2]));
  expect(recall(Object.keys(many).slice(0, 20), many)).toBe(1);
});
