import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {listGuidance} from './mdt-choices.ts';
import {readAction, readAttendance, readDecision, readMeeting} from './read-mdt-forms.ts';
import {flagNames, flagsOf, problemWithFlags} from './risk-flags.server.ts';
import {suggestion} from './risk-flags.ts';
import {readBasis, readSummary} from './summary.ts';

const fileOf = (flags: unknown) => {
  const file = join(mkdtempSync(join(tmpdir(), 'flags-')), 'flags.json');
  writeFileSync(file, JSON.stringify(flags));
  return file;
};

describe('risk flags', () => {
  it('are the five of Wokingham and those of the site; any one suggests, and none decides', () => {
    expect([...flagsOf(null).keys()]).toEqual([
      'admissions',
      'falls',
      'conditions',
      'medicines',
      'emergency_department',
    ]);
    const own = flagsOf(fileOf([{key: 'cold_home', name: 'A cold home', source: 'Warm & Well'}]));
    expect(flagNames(own, ['falls', 'cold_home', 'gone_flag'])).toEqual([
      'Two or more falls in 12 months',
      'A cold home',
      'gone flag',
    ]);
    expect(suggestion(0, false)).toBeNull();
    expect(suggestion(1, false)).toContain('You and the person decide');
    expect(suggestion(2, true)).toBeNull();
  });

  it('of a file that is not right are refused at the start', () => {
    expect(() => flagsOf(fileOf([{key: 'falls', name: 'Falls again', source: 'Here'}]))).toThrow(/two risk flags/);
    expect(() => flagsOf(fileOf([{key: 'Cold home', name: 'A cold home', source: 'Here'}]))).toThrow();
    expect(() => flagsOf('/no/such/file.json')).toThrow();
    expect(problemWithFlags(fileOf([]))).toBeNull();
    const good = {key: 'cold_home', name: 'A cold home', source: 'Warm & Well'};
    expect(problemWithFlags(fileOf([good, {...good, key: 'Cold home'}]))).toMatch(/^flag 2, key: /);
  });
});

it('what stands beside the list guides and stops nobody', () => {
  const people = (fresh: number, known: number) => [
    ...Array<true>(fresh).fill(true),
    ...Array<false>(known).fill(false),
  ];
  expect(listGuidance('mdt', [])).toBe('Nobody yet. There is time for 8 to 12.');
  expect(listGuidance('mdt', people(1, 0))).toBe('1 person: 1 new, 0 known from before. There is time for 8 to 12.');
  expect(listGuidance('mdt', people(6, 4))).toBe('10 people: 6 new, 4 known from before.');
  expect(listGuidance('mdt', people(10, 3))).toContain('more than 12');
  expect(listGuidance('huddle', people(5, 0))).toContain('more than 4');
});

describe('what is typed for a meeting', () => {
  const today = '2026-11-28';
  const id = '5d1c1a52-8f0e-4f1b-9d53-6a0b1b2f7c11';

  it('is refused beside its field where it lacks something', () => {
    expect(readMeeting({mdt: id, kind: 'mdt', heldOn: 'soon', startsAt: '25:00'}, today)).toEqual({
      ok: false,
      problems: {heldOn: 'Write a day like 3/12/2026', startsAt: 'Write a time like 14:30'},
    });
    expect(readMeeting({mdt: id, kind: 'mdt', heldOn: '1/12/2026', startsAt: '9.30'}, today)).toMatchObject({
      value: {heldOn: '2026-12-01', startsAt: '09:30', place: null},
    });
    expect(readDecision({decision: 'Ring'})).toMatchObject({problems: {comesAgain: expect.any(String)}});
    expect(readAction({what: 'Ring', owner: 'me', dueOn: '2026-11-27'}, today)).toMatchObject({
      problems: {owner: 'Choose who does it', dueOn: 'Choose today or a day to come'},
    });
    expect(readAttendance({[`came.${id}`]: 'came', 'came.x': 'came', act: 'attendance'})).toEqual({[id]: 'came'});
  });

  it('brings nobody without a name, a reason, a question and a basis that says enough', () => {
    expect(readSummary({})).toMatchObject({
      problems: {name: expect.any(String), reason: expect.any(String), asks: expect.any(String)},
    });
    expect(readBasis({})).toMatchObject({problems: {basis: expect.any(String)}});
    expect(readBasis({basis: 'consent'})).toMatchObject({problems: {consentBy: 'Say who agreed'}});
    expect(readBasis({basis: 'safeguarding'})).toMatchObject({problems: {basisNote: 'Say why'}});
    expect(readBasis({basis: 'direct_care', consentBy: 'person'})).toEqual({
      ok: true,
      value: {basis: 'direct_care', consentBy: null, consentHow: null, basisNote: null},
    });
  });
});
