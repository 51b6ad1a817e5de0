import {describe, expect, it} from 'vitest';
import {cleanAges} from './clean-age.ts';
import {cleanCountry, cleanLocationType, cleanStatus, readDelivery} from './clean-choice.ts';
import {cleanAmount, cleanCosts} from './clean-cost.ts';
import {cleanEmail} from './clean-email.ts';
import {cleanLanguages, languageCode} from './clean-language.ts';
import {cleanPhones} from './clean-phone.ts';
import {cleanPosition} from './clean-position.ts';
import {cleanPostcode} from './clean-postcode.ts';
import {cleanUrl} from './clean-url.ts';
import {collectFindings, showValue, type Note} from './finding.ts';

const silent: Note = () => {};

function noting<Value>(work: (note: Note) => Value) {
  const {note, findings} = collectFindings();
  return {value: work(note), reasons: findings.map((finding) => finding.reason)};
}

describe('web addresses', () => {
  it.each([
    ['https://walkers.example/join?x=1', 'https://walkers.example/join?x=1'],
    ['www.walkers.example', 'https://www.walkers.example/'],
    ['walkers.example/join', 'https://walkers.example/join'],
    ['http:/walkers.example', 'http://walkers.example/'],
    ['http//walkers.example', 'http://walkers.example/'],
    ['http://https://walkers.example', 'https://walkers.example/'],
    ['https://a.example or https://b.example', 'https://a.example/'],
    ['Website: https://a.example', 'https://a.example/'],
  ])('%s becomes %s', (given, expected) => {
    expect(cleanUrl(given, 'url', silent)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'example_counselling',
    'example/counselling',
    'jo@walkers.example',
    'http://user:pass@a.example',
    'http://10.0.0.1/',
    'http://localhost:3000',
    'ftp://a.example',
    'https://a.example/?next=javascript:alert(1)',
    'https://a.example/?next=%6aavascript:alert(1)',
    'http://',
    'none yet',
    {},
    true,
  ])('%s is none', (given) => {
    expect(cleanUrl(given, 'url', silent)).toBeNull();
  });

  it('that only fill a form are left out', () => {
    const {value, reasons} = noting((note) => cleanUrl('http://example.com/counselling', 'url', note));
    expect([value, reasons]).toEqual([null, ['A placeholder web address was left out']]);
  });
});

describe('e-mail addresses', () => {
  it.each([
    ['jo@walkers.example', 'jo@walkers.example'],
    ['mailto:jo@walkers.example', 'jo@walkers.example'],
    ['Jo Walker <jo@walkers.example>', 'jo@walkers.example'],
    ['jo@walkers.example / sam@walkers.example', 'jo@walkers.example'],
    ['email-example_com', null],
    ['email@example.com', null],
    ['jo@walkers', null],
    [false, null],
    [12345, null],
  ])('%j is %s', (given, expected) => {
    expect(cleanEmail(given, 'email', silent)).toBe(expected);
  });
});

describe('phone numbers', () => {
  const clean = (value: unknown) =>
    cleanPhones(value, 'phone', silent).map(({number, extension, description}) =>
      [number, extension && `x${extension}`, description && `(${description})`].filter(Boolean).join(' '),
    );

  it.each([
    ['01632 960123', ['01632 960123']],
    ['(01632) 960123', ['01632 960123']],
    ['+44 (0)1632 960123', ['01632 960123']],
    ['+441632960123', ['01632 960123']],
    ['1632960123', ['01632 960123']],
    [1632960123, ['01632 960123']],
    ['02079460123', ['020 7946 0123']],
    ['+353 1 234 5678', ['+353 1 234 5678']],
    ['01632 960123 ask for Jo', ['01632 960123 (ask for Jo)']],
    ['Tel: 01632 960123', ['01632 960123']],
    ['01632 960123 (mornings only)', ['01632 960123 (mornings only)']],
    ['01632 960123 ext 42', ['01632 960123 x42']],
    ['01632 960123 / 07700 900123', ['01632 960123', '07700 900123']],
    ['01632 960123 - 07700 900123', ['01632 960123', '07700 900123']],
    ['116 123', ['116 123']],
    ['18001 01632 960123', ['18001 01632 960123']],
    ['01344 ask for Jo', []],
    ['0800 1111', ['0800 1111']],
    ['see website', []],
    ['since 2019', []],
    [{number: 1}, []],
  ])('%j gives %j', (given, expected) => {
    expect(clean(given)).toEqual(expected);
  });
});

describe('postcodes', () => {
  it.each([
    ['RG12 1JX', 'RG12 1JX', 0],
    ['rg121jx', 'RG12 1JX', 0],
    ['RG12  1JX.', 'RG12 1JX', 0],
    ['RG12 IJX', 'RG12 1JX', 1],
    ['Bracknell, RG12 1JX', 'RG12 1JX', 1],
    ['RG12', 'RG12', 1],
    ['RG12 1', 'RG12', 1],
    ['ABC 1234', null, 1],
    ['90210', null, 1],
    ['', null, 0],
    [{}, null, 1],
  ])('%j is %s', (given, expected, notes) => {
    const {value, reasons} = noting((note) => cleanPostcode(given, 'postcode', note));
    expect([value, reasons.length]).toEqual([expected, notes]);
  });
});

describe('positions', () => {
  it.each([
    [51.4, -0.75, {latitude: 51.4, longitude: -0.75}],
    ['51.4', '-0.75', {latitude: 51.4, longitude: -0.75}],
    [-0.75, 51.4, {latitude: 51.4, longitude: -0.75}],
    [0, 0, null],
    [100, 101, null],
    [48.85, 2.35, null],
    [51.4, null, null],
    ['north', 'west', null],
    [Infinity, 1, null],
  ])('%j, %j is %j', (latitude, longitude, expected) => {
    expect(cleanPosition({latitude, longitude}, 'location', silent)).toEqual(expected);
  });
});

describe('ages', () => {
  it.each([
    [18, 65, [18, 65]],
    ['18', '65 years', [18, 65]],
    [-1, 999, [null, null]],
    [0.5, 4.5, [0, 4]],
    [65, 18, [null, null]],
    [18, 0, [18, null]],
    [NaN, [], [null, null]],
    ['adult', true, [null, null]],
  ])('%j to %j is %j', (minimum, maximum, expected) => {
    const {minimumAge, maximumAge} = cleanAges(minimum, maximum, silent);
    expect([minimumAge, maximumAge]).toEqual(expected);
  });
});

it('an age says what was wrong with it: how it was written, or that it was no whole number', () => {
  const reasonsOf = (age: unknown) => noting((note) => cleanAges(age, null, note)).reasons;
  expect(reasonsOf('65')).toEqual(['The age was written another way']);
  expect(reasonsOf(0.5)).toEqual(['The age was not a whole number']);
  expect(reasonsOf(65)).toEqual([]);
});

describe('costs', () => {
  it.each([
    [3.5, 3.5],
    ['£3.50', 3.5],
    ['3.50 GBP', 3.5],
    ['1,200', 1200],
    ['3,50', 3.5],
    ['Free', 0],
    [-1, null],
    [1e12, null],
    ['£3 to £5', null],
    [{}, null],
  ])('%j is %s', (given, expected) => {
    expect(cleanAmount(given, 'amount', silent).amount).toBe(expected);
  });

  it('keep words that are no number as words, and another currency', () => {
    expect(cleanCosts([{amount: '£3 to £5'}, {amount: '€4', option: 'Adults'}], 'cost_options', silent)).toMatchObject([
      {amount: null, amount_description: '£3 to £5', currency: 'GBP'},
      {amount: 4, option: 'Adults', currency: 'EUR'},
    ]);
  });
});

describe('words from a short list', () => {
  it.each([
    ['active', 'active'],
    ['Active', 'active'],
    ['temporarily-closed', 'temporarily closed'],
    ['closed', 'inactive'],
    ['permanently closed', 'defunct'],
    ['draft', 'inactive'],
    ['purple', 'active'],
    [null, 'active'],
    [{}, 'active'],
  ])('status %j is %s', (given, expected) => {
    expect(cleanStatus(given, silent)).toBe(expected);
  });

  it.each([
    ['physical', 'physical'],
    ['Venue', 'physical'],
    ['Drop-in', 'physical'],
    ['Online', 'virtual'],
    ['PO Box', 'postal'],
    [7, 'physical'],
  ])('location type %j is %s', (given, expected) => {
    expect(cleanLocationType(given, 'location_type', silent)).toBe(expected);
  });

  it('tells how people take part from ordinary words', () => {
    expect(readDelivery('You can attend this service in-person or remotely via video conferencing')).toEqual([
      'online',
      'in-person',
    ]);
    expect(readDelivery('home_visit')).toEqual(['at-home']);
    expect(readDelivery('Venue')).toEqual(['in-person']);
    expect(readDelivery('whatever')).toEqual([]);
  });

  it('knows countries', () => {
    expect(['GB', 'UK', 'England', 'gb', 'Atlantis'].map((country) => cleanCountry(country, 'c', silent))).toEqual([
      'GB',
      'GB',
      'GB',
      'GB',
      null,
    ]);
  });
});

describe('languages', () => {
  it('get their code from a name, a code or a longer code', () => {
    expect(['Polish', 'pl', 'pol', 'pl-PL', 'BSL', 'Klingonish', ''].map(languageCode)).toEqual([
      'pl',
      'pl',
      'pl',
      'pl',
      'bfi',
      null,
      null,
    ]);
  });

  it('are kept by name when the code is not known, and left out when there is neither', () => {
    const {value, reasons} = noting((note) =>
      cleanLanguages([{id: 'x'}, 'Nepali', {name: 'Doric'}, {code: 'cy'}], 'languages', note),
    );
    expect(value).toEqual([
      {code: 'ne', name: 'Nepali', note: null},
      {code: null, name: 'Doric', note: null},
      {code: 'cy', name: 'Welsh', note: null},
    ]);
    expect(reasons).toEqual(['A language without a name was left out']);
  });
});

it('a value in a report is short and harmless', () => {
  expect(showValue('<script>alert("x")</script>')).toBe('scriptalert("x")/script');
  expect(showValue('javascript:alert(1)')).toBe('javascript alert(1)');
  expect(showValue('http://jo:secret@host.example/')).toBe('http://host.example/');
  expect(showValue('x'.repeat(500))).toHaveLength(60);
  expect(showValue({a: 1})).toBe('an object');
});
