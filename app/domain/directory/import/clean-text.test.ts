import {describe, expect, it} from 'vitest';
import {cleanLine, cleanParagraphs, cutAtWord} from './clean-text.ts';
import {collectFindings} from './finding.ts';
import {mendMojibake} from './mend-mojibake.ts';
import {summarise} from './summarise.ts';

function paragraphs(value: unknown) {
  const {note, findings} = collectFindings();
  return {text: cleanParagraphs(value, 'description', note), reasons: findings.map((finding) => finding.reason)};
}

describe('text from a feed', () => {
  it('keeps the paragraphs and lists of HTML and none of its tags', () => {
    const html = '<p>Come &amp; sing.</p><p>Bring:<ul><li>a friend</li><li class="x">a mug</li></ul></p>Bye<br/>now';
    expect(paragraphs(html)).toEqual({
      text: 'Come & sing.\n\nBring:\n- a friend\n- a mug\n\nBye\nnow',
      reasons: ['HTML was turned into plain text'],
    });
  });

  it.each([
    ['<script>alert(1)</script>Hello', 'Hello'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Hello', 'Hello'],
    ['&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Hello', 'Hello'],
    ['<scr<script>ipt>alert(1)</scr</script>ipt>Hello', 'ipt>alert(1)ipt>Hello'],
    ['<img src=x onerror="alert(1)">Hello', 'Hello'],
    ['Hello <script src=//evil', 'Hello script src=//evil'],
    ['<a href="javascript:alert(1)">Hello</a>', 'Hello'],
    ['[Hello](javascript:alert(1))', 'Hello'],
    ['See JavaScript : alert(1)', 'See JavaScript alert(1)'],
  ])('lets no script through: %s', (given, expected) => {
    expect(paragraphs(given).text).toBe(expected);
  });

  it('leaves plain text alone, even with a lone < in it', () => {
    for (const text of [
      'Ages <5 and >65 free',
      'Tea & cake, 5 < 6',
      'Caffi Bach – croeso',
      'Fish & chips; £4 a head',
    ]) {
      expect(paragraphs(text)).toEqual({text, reasons: []});
    }
  });

  it('takes out the signs of Markdown', () => {
    expect(paragraphs('# Welcome\n\n**Join us** at [our page](https://a.example/x).').text).toBe(
      'Welcome\n\nJoin us at our page (https://a.example/x).',
    );
    expect(paragraphs('**Join us**').reasons).toEqual(['Markdown was turned into plain text']);
  });

  it('drops null bytes, invisible characters and halves of characters', () => {
    expect(paragraphs('A\u0000B\u200bC\ud800D\u202eE').text).toBe('ABCDE');
    expect(paragraphs('GarcÃ\u00ada and a soft\u00adhyphen').text).toBe('García and a softhyphen');
    expect(paragraphs('A\u200bB').reasons).toEqual(['Invisible characters were taken out']);
    expect(paragraphs('A\u0000B').reasons).toEqual(['Invisible characters were taken out']);
  });

  it('keeps the joiners that a script or an emoji needs', () => {
    for (const text of ['می‌خواهم', 'क्‍ष', 'Teulu 👨‍👩‍👧']) expect(paragraphs(text)).toEqual({text, reasons: []});
    expect(paragraphs('Wal\u200dkers\u200c').text).toBe('Walkers');
  });

  it('knows placeholders and blanks from text', () => {
    for (const blank of ['', '   ', null, undefined, [], '<p> </p>', '&nbsp;'])
      expect(paragraphs(blank).text).toBeNull();
    expect(paragraphs('N/A').reasons).toEqual(['Placeholder text was left out']);
  });

  it('says so when it is given something that is no text', () => {
    expect(paragraphs({en: 'Hello'})).toEqual({text: null, reasons: ['Text was expected']});
    expect(paragraphs(['One', 'Two']).text).toBe('One\nTwo');
    expect(paragraphs(42).text).toBe('42');
  });

  it('cuts what is far too long, at a word', () => {
    const {text, reasons} = paragraphs('word '.repeat(10_000));
    expect(text!.length).toBeLessThanOrEqual(20_000);
    expect(text!.endsWith('word…')).toBe(true);
    expect(reasons).toEqual(['Text was too long and was cut']);
  });

  it('is quick with text made to be slow', () => {
    const begin = process.cpuUsage();
    for (const nasty of [
      '<a'.repeat(100_000),
      '&lt;'.repeat(50_000),
      '['.repeat(100_000),
      '**a'.repeat(60_000),
      '<!--'.repeat(50_000),
    ]) {
      paragraphs(nasty);
    }
    expect(process.cpuUsage(begin).user).toBeLessThan(3_000_000);
  });

  it('puts a name on one line', () => {
    expect(cleanLine(' Lily Hill\n\tWalkers ', 'name', () => {})).toBe('Lily Hill Walkers');
  });
});

describe('broken characters', () => {
  it.each([
    ['Hungate Reading CafÃ©', 'Hungate Reading Café'],
    ['donâ€™t', 'don’t'],
    ['Â£3 â€“ pay at the door', '£3 – pay at the door'],
    ['â€œHelloâ€\u009d', '“Hello”'],
    ['Ã¢â‚¬â„¢', '’'],
    ['CrÃªpes Ã\u00a0 la maison', 'Crêpes à la maison'],
    ['GarcÃ\u00ada', 'García'],
    ['ðŸ˜€ smile', '😀 smile'],
    ['don\ufffdt', 'don’t'],
  ])('are mended: %s', (given, expected) => {
    expect(mendMojibake(given)).toBe(expected);
  });

  it('are not seen where there are none', () => {
    for (const text of ['Café £3', 'Tŷ Gwyn', 'naïve “quotes” – dash…', 'Łódź', 'ÀÉÎÕÜ', '中文'])
      expect(mendMojibake(text)).toBe(text);
  });
});

describe('a summary', () => {
  it('is the first sentences that fit', () => {
    expect(summarise('A friendly walk for everyone every week. We meet at the gate. Then tea.')).toBe(
      'A friendly walk for everyone every week. We meet at the gate. Then tea.',
    );
    const long = `${'A gentle walk round the lake for anyone who likes company. '.repeat(2)}${'And more words. '.repeat(10)}`;
    expect(summarise(long)).toMatch(/company\. And more words\. And more words\.$/);
    expect(summarise(long)!.length).toBeLessThanOrEqual(160);
  });

  it('ends with a whole word when the first sentence is too long', () => {
    const summary = summarise('We walk and talk and rest '.repeat(20))!;
    expect(summary.length).toBeLessThanOrEqual(160);
    expect(summary).toMatch(/ (walk|talk|rest|and|we)…$/i);
  });

  it('is missing when there is nothing to sum up', () => {
    expect(summarise(null)).toBeNull();
    expect(summarise('--')).toBeNull();
  });

  it('never cuts a character in two', () => {
    expect(cutAtWord('😀'.repeat(100), 10)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});
