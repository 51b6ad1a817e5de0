import {describe, expect, it} from 'vitest';
import {hashPassword, passwordMatches, passwordProblem} from './passwords.server.ts';

const about = {name: 'Grace Okafor', email: 'grace.okafor@hub.example'};

describe('a new password', () => {
  it.each(['kettle river marble', 'ÄpfelUndBirnen im Regen', 'zq7!vn2#lk9$', '8402 9917 3350 1286'])(
    'may be %s',
    (password) => {
      expect(passwordProblem(password, about)).toBeNull();
    },
  );

  it.each([
    ['short', /at least 12/],
    ['x'.repeat(201), /at most 200/],
    ['q1w2e3r4t5y6', /easy to guess/],
    ['Password2026!', /easy to guess/],
    ['sunshinesunshine', /easy to guess/],
    ['aaaaaaaaaaaaaa', /easy to guess/],
    ['123456789012', /easy to guess/],
    ['Grace Okafor 1', /your name/],
    ['graceokafor2026', /your name/],
    ['grace.okafor@hub.example', /your name/],
  ])('may not be %s', (password, problem) => {
    expect(passwordProblem(password, about)).toMatch(problem);
  });
});

describe('a password', () => {
  it('is kept as argon2id with a salt of its own, and is known again', async () => {
    const [one, two] = await Promise.all([hashPassword('kettle river marble'), hashPassword('kettle river marble')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, 'kettle river marble')).toBe(true);
    expect(await passwordMatches(one, 'kettle river marbles')).toBe(false);
  });

  it('may be typed on another keyboard that sends the same letter otherwise', async () => {
    expect(await passwordMatches(await hashPassword('caf\u00e9 au lait noir'), 'cafe\u0301 au lait noir')).toBe(true);
  });

  it('of an account that does not exist is never right', async () => {
    expect(await passwordMatches(null, 'no account has this password')).toBe(false);
  });
});
