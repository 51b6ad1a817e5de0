import {describe, expect, it} from 'vitest';
import {readStep, readWhole, stepsFor, typedOf} from './refer-form.ts';

const TODAY = '2026-11-28';
const formOf = (...fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

describe('the form for a link worker', () => {
  it('asks who one is only of those who ask for somebody else', () => {
    expect(stepsFor({forWhom: 'self'})).toEqual(['who', 'person', 'help', 'reach', 'check']);
    expect(stepsFor({forWhom: 'someone_else'})).toContain('you');
  });

  it('keeps of a page what belongs to it, several needs together, and no more than can be kept', () => {
    const typed = typedOf(
      'help',
      formOf(['needs', 'loneliness'], ['needs', 'debt'], ['reason', 'x'.repeat(9000)], ['other', 'y']),
    );
    expect(typed.needs).toBe('loneliness debt');
    expect(typed.reason).toHaveLength(6000);
    expect(typed).not.toHaveProperty('other');
  });

  it('wants one way in which the person can be reached, and the number that goes with it', () => {
    const problems = (typed: Record<string, string>) => readStep('reach', typed, TODAY).problems;
    expect(problems({})).toEqual({reachBy: 'chooseReach'});
    expect(problems({reachBy: 'phone'})).toEqual({phone: 'reachNeedsPhone'});
    expect(problems({reachBy: 'email', email: 'nell'})).toEqual({email: 'email'});
    expect(problems({reachBy: 'post'})).toEqual({});
    expect(problems({reachBy: 'through_referrer'})).toEqual({reachBy: 'chooseReach'});
    expect(problems({reachBy: 'through_referrer', forWhom: 'someone_else'})).toEqual({});
  });

  it('wants some way back to whoever asks for another', () => {
    const typed = {referrerName: 'Jo', referrerRelation: 'Neighbour', knows: 'agrees'};
    expect(readStep('you', typed, TODAY).problems).toEqual({referrerPhone: 'yourReach'});
    expect(readStep('you', {...typed, referrerEmail: 'jo@mail.example'}, TODAY).problems).toEqual({});
  });

  it('wants agreement from whoever asks for themselves; of another it was asked before', () => {
    expect(readStep('check', {forWhom: 'self'}, TODAY).problems).toEqual({agree: 'agree'});
    expect(readStep('check', {forWhom: 'someone_else'}, TODAY).problems).toEqual({});
  });

  it('names the first page that is not right', () => {
    expect(readWhole('public', {forWhom: 'self', givenName: 'Nell', postcode: 'nowhere'}, TODAY)).toEqual({
      ok: false,
      step: 'person',
      problems: {postcode: 'postcode'},
    });
  });
});
