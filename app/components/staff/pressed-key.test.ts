import {describe, expect, it} from 'vitest';
import {pressedKey, takesTyping, type Press} from './pressed-key.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...held,
});

describe('a key', () => {
  it('is known by its character, with Caps Lock or without', () => {
    expect(['n', 'N', '1', '?'].map((key) => pressedKey(press(key)))).toEqual(['n', 'n', '1', '?']);
    expect(pressedKey(press('?', {shiftKey: true}))).toBe('?');
    expect(pressedKey(press('N', {shiftKey: true}))).toBe('N');
  });

  it.each<[string, Press]>([
    ['with Control', press('n', {ctrlKey: true})],
    ['with Command', press('n', {metaKey: true})],
    ['with Alt', press('1', {altKey: true})],
    ['held down', press('1', {repeat: true})],
    ['in the middle of a character', press('e', {isComposing: true})],
    ['that is no character', press('Enter')],
    ['that waits for another', press('Dead')],
  ])('%s is not for the page', (_what, pressed) => expect(pressedKey(pressed)).toBeNull());
});

describe('an element', () => {
  it.each([
    [{tagName: 'INPUT', type: 'text'}, true],
    [{tagName: 'INPUT', type: 'date'}, true],
    [{tagName: 'TEXTAREA'}, true],
    [{tagName: 'SELECT'}, true],
    [{tagName: 'DIV', isContentEditable: true}, true],
    [{tagName: 'INPUT', type: 'checkbox'}, false],
    [{tagName: 'INPUT', type: 'radio'}, false],
    [{tagName: 'BUTTON', type: 'submit'}, false],
    [{tagName: 'A'}, false],
    [null, false],
  ])('%j takes typing: %s', (element, does) => expect(takesTyping(element)).toBe(does));
});
