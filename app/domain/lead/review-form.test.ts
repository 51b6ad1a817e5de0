import {describe, expect, it} from 'vitest';
import {readReview, typedReview} from './review-form.ts';

const read = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readReview(typedReview(form));
};

describe('a review', () => {
  it('may leave out what did not come up', () => {
    expect(read({greeting: '4', toTry: ' '})).toMatchObject({
      ok: true,
      review: {greeting: 4, listening: null, wentWell: null, toTry: null},
    });
    expect(read({wentWell: 'Calm from the first word'})).toMatchObject({ok: true});
  });

  it('says something, and where something needs work what to try', () => {
    expect(read({})).toMatchObject({problems: {greeting: expect.stringContaining('at least one') as string}});
    expect(read({listening: '2'})).toMatchObject({problems: {toTry: 'Where something needs work, say what to try'}});
    expect(read({listening: '2', toTry: 'Leave her a pause'})).toMatchObject({ok: true});
  });

  it('has marks from 1 to 4 only, and words that are not without end', () => {
    expect(read({greeting: '5'})).toMatchObject({problems: {greeting: 'Choose one of the answers'}});
    expect(read({greeting: 'constructor'})).toMatchObject({ok: false});
    expect(read({greeting: '3', wentWell: 'x'.repeat(2001)})).toMatchObject({
      problems: {wentWell: 'Use 2,000 letters at most'},
    });
  });
});
