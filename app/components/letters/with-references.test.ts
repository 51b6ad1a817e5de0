import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {expect, test} from 'vitest';
import {withReferences} from './with-references.tsx';

const shown = (words: string) => renderToStaticMarkup(createElement('p', null, withReferences(words)));

test('no line of a letter ends in the middle of a reference', () => {
  expect(shown('Our reference: W-7KM-4QCD. Thank you.')).toBe(
    '<p>Our reference: <span class="letter__reference">W-7KM-4QCD</span>. Thank you.</p>',
  );
  expect(shown('A well-being check-up')).toBe('<p>A well-being check-up</p>');
});
