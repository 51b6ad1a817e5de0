import {describe, expect, it} from 'vitest';
import {aSimpleCall} from '../../../test/factories/simple-call.ts';
import type {CallValues} from './call-fields.ts';
import {dispositionKinds} from './dispositions.ts';
import {readCall} from './read-call.ts';

const now = new Date('2026-03-03T14:00:00Z');
const read = (values: CallValues, isPersonChosen = false) =>
  readCall({...aSimpleCall, ...values}, {isPersonChosen, now});
const problems = (values: CallValues, isPersonChosen = false) => {
  const answer = read(values, isPersonChosen);
  return answer.ok ? {} : answer.problems;
};

describe('reading a call that is to be ended', () => {
  it('takes a simple call', () => {
    expect(read({})).toMatchObject({
      ok: true,
      call: {needs: ['loneliness'], endings: [{kind: 'information_given'}], send: null, stayedOnLine: null},
    });
  });

  it('says everything that is missing at once, beside its field', () => {
    const answer = readCall({}, {isPersonChosen: false, now});
    expect(answer.ok ? [] : Object.keys(answer.problems).sort()).toEqual(
      ['callerKind', 'danger', 'domain', 'endings', 'needs', 'personKnown', 'story'].sort(),
    );
  });

  it.each(dispositionKinds.filter((kind) => kind !== 'test_call'))('a call cannot end with %s and no more', (kind) => {
    const bare = {...aSimpleCall, informationNote: '', endings: kind};
    expect(readCall(bare, {isPersonChosen: true, now}).ok).toBe(false);
  });

  it('asks what the danger is when there is one', () => {
    expect(problems({danger: 'yes'})).toEqual({
      dangerNote: 'Say what the danger is and what you did',
      stayedOnLine: 'Say whether you stayed on the line',
    });
    // Where nobody is sure, nothing is written down that nobody said.
    expect(read({danger: 'not_sure', dangerNote: 'She sounded drowsy'})).toMatchObject({call: {stayedOnLine: null}});
    expect(read({danger: 'yes', dangerNote: 'Chest pain, 999 rung', stayedOnLine: 'yes'})).toMatchObject({
      call: {stayedOnLine: true},
    });
  });

  it('a wrong number and a test call need no story, and end in no other way', () => {
    const bare = {danger: 'no', callerKind: 'not_said', personKnown: 'nobody'};
    expect(readCall({...bare, endings: 'test_call'}, {isPersonChosen: false, now})).toMatchObject({
      call: {domain: 'none'},
    });
    expect(readCall({...bare, endings: 'wrong_number', helpedTo: 'The council'}, {isPersonChosen: false, now}).ok).toBe(
      true,
    );
    expect(problems({endings: 'wrong_number,information_given', helpedTo: 'The council'})).toHaveProperty('endings');
  });

  it('reads the time of a call-back as the clock on the wall says it, also in summer', () => {
    const back = {endings: 'call_back_promised', callBackAbout: 'The form', callBackPhone: '01632 960001'};
    const due = (callBackOn: string, callBackAt: string) => {
      const answer = read({...back, callBackOn, callBackAt});
      return answer.ok && answer.call.endings[0]?.kind === 'call_back_promised'
        ? answer.call.endings[0].callBackDue.toISOString()
        : null;
    };
    expect(due('2026-03-04', '9:30')).toBe('2026-03-04T09:30:00.000Z');
    expect(due('2026-07-01', '09:30')).toBe('2026-07-01T08:30:00.000Z');
    expect(due('1/7/2026', '09.30')).toBe('2026-07-01T08:30:00.000Z');
    expect(problems({...back, callBackOn: '2026-02-31', callBackAt: '09:30'})).toHaveProperty('callBackAt');
    expect(problems({...back, callBackOn: '2026-03-03', callBackAt: '13:59'})).toHaveProperty('callBackAt');
  });

  it('a call-back has a number to ring, the caller’s or another', () => {
    const back = {
      endings: 'call_back_promised',
      callBackAbout: 'The form',
      callBackOn: '2026-03-04',
      callBackAt: '10:00',
    };
    expect(problems(back)).toEqual({callBackPhone: 'Write down the number to ring'});
    expect(problems({...back, callBackPhone: 'later'})).toHaveProperty('callBackPhone');
    expect(read({...back, callerPhone: '07700 900123'}).ok).toBe(true);
  });

  it('a referral is for somebody', () => {
    const referral = {
      endings: 'link_worker_referral',
      referTo: '7d5e2f0a-0d3c-4a5e-9b1f-0a1b2c3d4e5f',
      referReason: 'Lonely since the move',
      referConsentBy: 'person',
      referConsentHow: 'spoken',
    };
    expect(problems(referral)).toHaveProperty('referTo');
    expect(read({...referral, personKnown: ''}, true).ok).toBe(true);
  });

  it('sends only what was written, to where it can go', () => {
    expect(problems({sendBy: 'text', sendTo: '07700 900123'})).toHaveProperty('closingText');
    expect(problems({sendBy: 'text', sendTo: 'nell@mail.example', closingText: 'Hello'})).toHaveProperty('sendTo');
    expect(read({sendBy: 'text', sendTo: '07700 900123', closingText: 'Hello'})).toMatchObject({
      call: {send: {by: 'text', to: '+447700900123'}},
    });
    expect(read({sendBy: 'letter', closingText: 'Hello'})).toMatchObject({call: {send: {by: 'letter', to: null}}});
  });

  it('keeps what guides and forms add, also when it is no JSON', () => {
    expect(read({'guide.fall': '{"version":2}', 'form.discharge': 'half typed {'})).toMatchObject({
      call: {extra: {guides: {fall: {version: 2}}, forms: {discharge: 'half typed {'}}},
    });
  });
});
