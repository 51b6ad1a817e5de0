import {describe, expect, it} from 'vitest';
import {aListing, aPlace} from '../../../test/factories/listings.ts';
import {enServer as text} from '../../i18n/en-server.ts';
import {listingView} from './listing-view.ts';
import {readPlainText} from './plain-text.ts';
import {printView, shorten} from './print-view.ts';

const view = listingView(
  aListing({
    description: 'One sentence. '.repeat(300),
    places: Array.from({length: 7}, (_, index) => aPlace({id: String(index), name: `Hall ${index + 1}`})),
  }),
  {address: 'https://help.example/services/club', now: {date: '2026-11-22', time: '12:00'}, text},
);

describe('a listing on paper', () => {
  it('leaves out what does not fit on one page, and says so', () => {
    const sheet = printView(view, false, text);
    const where = sheet.facts.find(({name}) => name === 'Where');
    expect(where?.lines).toHaveLength(4);
    expect(where?.lines.at(-1)).toBe('and 4 other places');
    expect(JSON.stringify(sheet.about).length).toBeLessThan(1000);
    expect(sheet.foot).toBe('https://help.example/services/club – there is more on the web page');
  });

  it('has everything in large print', () => {
    const sheet = printView(view, true, text);
    expect(sheet.facts.find(({name}) => name === 'Where')?.lines).toHaveLength(7);
    expect(sheet.about).toBe(view.about);
    expect(sheet.foot).toBe('https://help.example/services/club');
  });

  it('is cut between paragraphs, or at a word when the first is too long', () => {
    const blocks = readPlainText('First words.\n\nSecond words.\n\n- third\n- words');
    expect(shorten(blocks, 100)).toBe(blocks);
    expect(shorten(blocks, 25)).toEqual(blocks.slice(0, 2));
    expect(shorten(blocks, 8)).toEqual([{kind: 'paragraph', parts: ['First …']}]);
    expect(shorten([], 8)).toEqual([]);
  });
});
