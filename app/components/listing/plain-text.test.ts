import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readPlainText, safeUrl, withLinks} from './plain-text.ts';

describe('plain text from a publisher', () => {
  it('becomes paragraphs and lists as people write them', () => {
    expect(readPlainText('We meet\nin the hall.\n\nBring:\n- boots\n- a coat\n  with a hood\nSee you!')).toEqual([
      {kind: 'paragraph', parts: ['We meet in the hall.']},
      {kind: 'paragraph', parts: ['Bring:']},
      {kind: 'list', items: [['boots'], ['a coat with a hood']]},
      {kind: 'paragraph', parts: ['See you!']},
    ]);
    expect(readPlainText(null)).toEqual([]);
    expect(readPlainText(' \n \r\n ')).toEqual([]);
  });

  it('links to web and e-mail addresses, without the end of the sentence', () => {
    expect(withLinks('See https://walk.example/a?b=1 (or https://walk.example/c). Write to hi@walk.example.')).toEqual([
      'See ',
      {href: 'https://walk.example/a?b=1', words: 'https://walk.example/a?b=1'},
      ' (or ',
      {href: 'https://walk.example/c', words: 'https://walk.example/c'},
      '). Write to ',
      {href: 'mailto:hi@walk.example', words: 'hi@walk.example'},
      '.',
    ]);
  });

  it('never links to anything but the web and e-mail, and loses no letter', () => {
    const nasty = fc.constantFrom(
      'javascript:alert(1)',
      '<script>',
      'https://',
      'http://[',
      'data:text/html,x',
      '@',
      ' ',
      'a@b.c',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string())), (pieces) => {
        const line = pieces.join('').replace(/\s+/g, ' ');
        const parts = withLinks(line);
        expect(parts.map((part) => (typeof part === 'string' ? part : part.words)).join('')).toBe(line);
        for (const part of parts) if (typeof part !== 'string') expect(part.href).toMatch(/^(https?:\/\/|mailto:)/);
      }),
    );
  });

  it('knows an address that is safe to link to', () => {
    expect(safeUrl('https://walk.example')).toBe('https://walk.example/');
    expect(safeUrl('javascript:alert(1)')).toBeNull();
    expect(safeUrl('walk.example')).toBeNull();
    expect(safeUrl(null)).toBeNull();
  });
});
