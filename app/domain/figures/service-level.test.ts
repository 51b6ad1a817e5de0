import {expect, test} from 'vitest';
import {lineFigures} from './service-level.ts';

test('calls given up at once count for nothing, neither above nor below the line', () => {
  // 100 rang, 10 of them rang off within 5 seconds. 90 count: 72 were answered in time, 9 gave up.
  const counts = {offered: 100, answered: 81, answeredInTime: 72, abandoned: 19, abandonedShort: 10};
  expect(lineFigures(counts)).toEqual({serviceLevel: 0.8, abandonment: 0.1});
});

test('where no call counts there is no figure', () => {
  const none = {offered: 3, answered: 0, answeredInTime: 0, abandoned: 3, abandonedShort: 3};
  expect(lineFigures(none)).toEqual({serviceLevel: null, abandonment: null});
});
