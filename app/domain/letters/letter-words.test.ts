import {describe, expect, it} from 'vitest';
import {
  codeFor,
  codeLine,
  isNhsMail,
  letterBody,
  LETTER_KINDS,
  type LetterFacts,
  type LetterKind,
} from './letter-words.ts';
import {readAgreed} from './read-letter.ts';
import {SNOMED_CODES} from './snomed-codes.ts';

const facts: LetterFacts = {
  name: 'Nell Archer',
  born: '03/03/1950',
  partnerName: 'Lily Hill Link Workers',
  workerName: 'Aisha Rahman',
  reference: 'W-7KM-4QCD',
  theirReference: 'GP-12',
  referredOn: 'Friday 2 January 2026',
  firstContactOn: 'Monday 5 January 2026',
  closedOn: null,
  closeReason: null,
  outcome: null,
  contacts: 1,
  needs: ['Feeling lonely', 'Debt'],
  nextStep: 'We visit the choir',
};

describe('the code in a letter to the GP', () => {
  it('is that of a referral once in a case, and that of a refusal where it ended with one', () => {
    expect(codeFor('gp_first', facts, true)?.code).toBe('871731000000106');
    expect(codeFor('gp_first', facts, false)).toBeNull();
    expect(codeFor('gp_closure', {closeReason: 'declined'}, false)?.code).toBe('871711000000103');
    expect(codeFor('gp_closure', {closeReason: 'goals_met'}, false)).toBeNull();
    expect(codeFor('person', {closeReason: 'declined'}, true)).toBeNull();
  });

  it('is never one that is not verified', () => {
    const used = (Object.keys(LETTER_KINDS) as LetterKind[]).flatMap((kind) =>
      [true, false].map((isFirst) => codeFor(kind, {closeReason: 'declined'}, isFirst)),
    );
    expect(used.filter((code) => code && !code.isVerified)).toEqual([]);
    expect(Object.values(SNOMED_CODES).every(({code}) => /^\d{6,18}$/.test(code))).toBe(true);
  });
});

describe('a letter as it is begun', () => {
  it('tells the GP who, since when and what for, with the code', () => {
    const body = letterBody('gp_first', facts, SNOMED_CODES.referral);
    expect(body).toContain('About Nell Archer, born 03/03/1950. Our reference: W-7KM-4QCD.');
    expect(body).toContain('feeling lonely and debt');
    expect(body).toContain(codeLine(SNOMED_CODES.referral));
  });

  it('tells whoever referred how it stands, and nothing of what it is about', () => {
    const body = letterBody('referrer', {...facts, outcome: 'She sings.'}, null);
    expect(body).toContain('Your reference: GP-12.');
    expect(body).not.toMatch(/lonely|debt|choir|sings/i);
  });
});

it('goes by e-mail to a practice only over secure mail of the NHS', () => {
  const addresses = ['a@nhs.net', 'a@larch.nhs.uk', 'A@NHS.NET'];
  expect(addresses.map(isNhsMail)).toEqual([true, true, true]);
  expect(['a@nhs.net.example', 'a@mynhs.net', 'a@gmail.example'].map(isNhsMail)).toEqual([false, false, false]);
});

it('somebody who agreed for the person is named', () => {
  expect(readAgreed({})).toEqual({ok: true, value: null});
  expect(readAgreed({agreedBy: 'attorney', agreedHow: 'written'})).toEqual({
    ok: false,
    problems: {agreedByName: 'Write who it was'},
  });
  expect(readAgreed({agreedBy: 'person', agreedHow: 'spoken'})).toMatchObject({ok: true, value: {by: 'person'}});
});
