import {describe, expect, it} from 'vitest';
import {withFallback} from './partial-text.ts';

describe('a catalogue that is not finished', () => {
  it('falls back to English word by word, and leaves English as it was', () => {
    const english = {shell: {search: 'Search', list: 'Your list'}, steps: ['one', 'two']};
    expect(withFallback(english, {shell: {search: 'Chwilio'}})).toEqual({
      shell: {search: 'Chwilio', list: 'Your list'},
      steps: ['one', 'two'],
    });
    expect(english.shell.search).toBe('Search');
  });
});
