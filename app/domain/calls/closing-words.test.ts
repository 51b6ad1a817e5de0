import {describe, expect, it} from 'vitest';
import {closingWords} from './closing-words.ts';

const club = {
  id: 'f0e2b6f8-0000-4000-8000-000000000001',
  name: 'Tuesday Lunch Club',
  phone: '01632 960001',
  when: 'Every Tuesday, 12 noon to 2pm',
  where: 'Village Hall, Ascot',
};

describe('the closing text', () => {
  it('tells each service that was given, with what is needed to get there', () => {
    expect(closingWords({endings: 'signposted'}, [club])).toBe(
      'Here is what we agreed.\n\nTuesday Lunch Club\nTelephone 01632 960001\nEvery Tuesday, 12 noon to 2pm\nVillage Hall, Ascot',
    );
  });

  it('says when somebody rings back, in the words of a calendar', () => {
    expect(closingWords({endings: 'call_back_promised', callBackOn: '2026-03-03', callBackAt: '14:30'}, [])).toContain(
      'We will ring you back on Tuesday 3 March at 14:30.',
    );
  });

  it('never tells of a safeguarding concern or of the story', () => {
    const text = closingWords(
      {endings: 'safeguarding,self_care', concern: 'His son takes the money', story: 'Afraid', selfCareNote: 'Rest'},
      [],
    );
    expect(text).toBe('Here is what we agreed.\n\nWhat you can do: Rest.');
  });

  it('is empty as long as nothing was agreed', () => {
    expect(closingWords({}, [club])).toBe('');
    expect(closingWords({endings: 'test_call'}, [])).toBe('');
  });
});
