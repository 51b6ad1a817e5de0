import {describe, expect, it} from 'vitest';
import {closeReasons} from './case-choices.ts';
import {readClose, readContact, readDay, readNextStep, readPause} from './read-case-forms.ts';

const TODAY = '2026-11-28';
const NOW = new Date('2026-11-28T15:00:00Z');
const contact = {mode: 'phone', was: 'reached', note: 'Talked.', nextStep: 'Ring again', nextOn: '2026-12-01'};

describe('what comes next', () => {
  it('is a step on a day to come, or the reason why there is none; never neither', () => {
    expect(readNextStep({}, TODAY)).toMatchObject({ok: false});
    expect(readNextStep({nextStep: 'Ring'}, TODAY)).toEqual({ok: false, problems: {nextOn: 'Say on which day'}});
    expect(readNextStep({nextStep: 'Ring', nextOn: '27/11/2026'}, TODAY)).toEqual({
      ok: false,
      problems: {nextOn: 'Choose today or a day to come'},
    });
    expect(readNextStep({nextStep: 'Ring', nextOn: '3/12/2026'}, TODAY)).toMatchObject({
      ok: true,
      value: {on: '2026-12-03'},
    });
    expect(readNextStep({whyNone: 'They ring us'}, TODAY)).toEqual({
      ok: true,
      value: {step: null, on: null, whyNone: 'They ring us'},
    });
    // The step was proposed by the form; the reason was typed.
    expect(
      readNextStep({nextStep: 'Check in again', nextOn: '2026-12-12', whyNone: 'They ring us'}, TODAY),
    ).toMatchObject({value: {step: null, whyNone: 'They ring us'}});
  });

  it('knows days that are none', () => {
    expect(readDay('31/2/2027', TODAY)).toBeNull();
    expect(readDay('2026-12-24', TODAY)).toBe('2026-12-24');
    expect(readDay('soon', TODAY)).toBeNull();
  });
});

describe('a contact', () => {
  it('is now unless another day is said, and that stands at noon', () => {
    expect(readContact(contact, TODAY, NOW)).toMatchObject({ok: true, value: {at: NOW, minutes: null}});
    expect(readContact({...contact, onDay: '2026-07-01'}, TODAY, NOW)).toMatchObject({
      value: {at: new Date('2026-07-01T11:00:00Z')},
    });
    expect(readContact({...contact, onDay: '2026-11-29'}, TODAY, NOW)).toMatchObject({ok: false});
  });

  it('wants a line where they were reached, and none for a try', () => {
    expect(readContact({...contact, note: ''}, TODAY, NOW)).toEqual({
      ok: false,
      problems: {note: 'Write a line about it'},
    });
    expect(readContact({...contact, was: 'tried', note: ''}, TODAY, NOW)).toMatchObject({ok: true});
  });

  it('says all that is wrong at once', () => {
    const read = readContact({minutes: 'an hour'}, TODAY, NOW);
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual(['minutes', 'mode', 'nextOn', 'nextStep', 'was']);
  });
});

describe('an end and a pause', () => {
  it('name how often nobody was reached', () => {
    expect(closeReasons(3).no_contact).toBe('Not reached, after 3 tries');
    expect(closeReasons(1).no_contact).toBe('Not reached, after one try');
    expect(closeReasons(0).no_contact).toBe('Not reached after several tries');
  });

  it('want their reason', () => {
    expect(readClose({closeReason: 'bored'})).toMatchObject({ok: false});
    expect(readClose({closeReason: 'moved', outcome: 'In Leeds now.'})).toEqual({
      ok: true,
      value: {reason: 'moved', outcome: 'In Leeds now.'},
    });
    expect(readPause({pausedUntil: '2026-11-01'}, TODAY)).toMatchObject({
      problems: {pauseReason: 'Say why it is paused'},
    });
  });
});
