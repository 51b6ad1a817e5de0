import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {isSameName, nameKeys, nameWords, soundsOf} from './names.ts';
import {nicknamesOf} from './nicknames.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const word = fc
  .stringMatching(/^[b-df-hj-np-tv-xz][aeiou][a-z]{1,8}$/)
  .filter((made) => nameWords(`x ${made}`).length === 2);

describe('a name', () => {
  it.each([
    ['Mrs Siân O’Brien-Łuczak', ['sian', 'obrien', 'luczak']],
    ["D'Souza, Maria", ['dsouza', 'maria']],
    ['DR. J.P. McKay', ['j', 'p', 'mckay']],
    ['Nguyễn Văn Đức', ['nguyen', 'van', 'duc']],
    ['Łukasz Żółć', ['lukasz', 'zolc']],
    ['St. John-Smythe', ['st', 'john', 'smythe']],
    ['  Anne   Marie ', ['anne', 'marie']],
    ['Doctor', ['doctor']],
    ['محمد علي', ['محمد', 'علي']],
    ['', []],
  ])('"%s" is compared as %j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it('is the same with or without capitals, accents, a title and the kind of apostrophe', () => {
    fc.assert(
      fc.property(
        fc.array(word, {minLength: 1, maxLength: 4}),
        fc.constantFrom('', 'Mr ', 'Mrs. ', 'DR '),
        (words, title) => {
          const plain = nameWords(words.join(' '));
          const marked = words.map((one) => one.replace('e', 'é').replace('o', 'ö').toUpperCase());
          expect(nameWords(title + marked.join(' '))).toEqual(plain);
          expect(nameWords(words.map((one) => `${one[0]}’${one.slice(1)}`).join('-'))).toEqual(plain);
        },
      ),
    );
  });

  it('in plain words stays as it is, however often it is made plain', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', maxLength: 40}), (typed) => {
        const once = nameWords(typed);
        expect(nameWords(once.join(' '))).toEqual(once);
        for (const one of once) expect(one).toMatch(/^[\p{L}\p{N}]{1,60}$/u);
      }),
    );
  });

  it('is found by its words and by neighbours written as one', () => {
    expect(nameKeys('Mc Donald')).toEqual(expect.arrayContaining(['mc', 'donald', 'mcdonald']));
    expect(nameKeys('Mary-Ann', 'van der Berg')).toEqual(expect.arrayContaining(['maryann', 'vanderberg', 'derberg']));
    expect(nameKeys(null, undefined, '')).toEqual([]);
  });
});

describe('names that stand for one another', () => {
  it.each([
    ['bill', 'william'],
    ['liam', 'william'],
    ['peggy', 'margaret'],
    ['gosia', 'malgorzata'],
    ['dai', 'dafydd'],
    ['muhammad', 'mohammed'],
    ['kasia', 'katarzyna'],
    ['rhys', 'reece'],
  ])('%s and %s, both ways', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
    expect(isSameName(other, one)).toBe(true);
  });

  it('do not stand for just anyone', () => {
    expect(isSameName('bill', 'margaret')).toBe(false);
    expect(nicknamesOf('zebedee')).toEqual([]);
  });

  it('are all written in plain words, once a line, and both ways', () => {
    for (const name of ['william', 'margaret', 'john', 'mohammed', 'krystyna', 'smith'])
      for (const other of nicknamesOf(name)) {
        expect(nameWords(other)).toEqual([other]);
        expect(other).not.toBe(name);
        expect(nicknamesOf(other)).toContain(name);
      }
  });
});

describe('how a name sounds', () => {
  it.each([
    ['stephen', 'steven'],
    ['philips', 'fillips'],
    ['smith', 'smyth'],
    ['catherine', 'kathryn'],
    ['jonson', 'johnson'],
    ['clarke', 'klark'],
  ])('%s like %s', (one, other) => {
    expect(soundsOf(one).some((sound) => soundsOf(other).includes(sound))).toBe(true);
  });

  it('is told in short codes of capital letters, or not at all', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...letters, 'ж', 'م'), minLength: 1, maxLength: 20}), (typed) => {
        for (const code of soundsOf(typed)) expect(code).toMatch(/^[A-Z0]+$/);
      }),
    );
  });
});
