/**
 * An unexpected console.error fails the test it happens in: React and Node report real faults that way. A test that
 * causes one on purpose says so with `vi.spyOn(console, 'error')` and looks at what was said.
 */
import {afterEach, beforeEach, expect, vi} from 'vitest';

let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
  });
});

afterEach(() => {
  expect(complaints, 'console.error was called unexpectedly').toEqual([]);
});
