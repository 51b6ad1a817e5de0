import {describe, expect, it} from 'vitest';
import {invitationProblems, readStaffForm} from './staff-form.ts';

const PARTNER = '11111111-1111-4111-8111-111111111111';
const form = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};
const complete: [string, string][] = [
  ['name', '  Nia   New '],
  ['email', ' Nia.New@Testshire.Example '],
  ['partner', PARTNER],
  ['roles', 'call_handler'],
];

describe('what is typed about an account', () => {
  it('is read without stray spaces and capitals, and without words that are none of ours', () => {
    const typed = readStaffForm(
      form([
        ...complete,
        ['roles', 'call_handler'],
        ['roles', 'superuser'],
        ['roles', 'practitioner'],
        ['disciplines', 'nursing'],
        ['disciplines', 'toString'],
        ['teams', PARTNER],
        ['teams', 'x'],
      ]),
    );
    expect(typed).toEqual({
      name: 'Nia New',
      email: 'nia.new@testshire.example',
      partnerId: PARTNER,
      roles: ['call_handler', 'practitioner'],
      disciplines: ['nursing'],
      teamIds: [PARTNER],
    });
    expect(invitationProblems(typed)).toEqual({});
  });

  it('holds professions of a practitioner only', () => {
    expect(readStaffForm(form([...complete, ['disciplines', 'nursing']])).disciplines).toEqual([]);
  });

  it('says at each field what is missing', () => {
    expect(Object.keys(invitationProblems(readStaffForm(form([]))))).toEqual(['name', 'email', 'partner', 'roles']);
  });

  it.each([
    'nia',
    'nia@',
    'nia@here',
    'nia new@here.example',
    'a@b.example, c@d.example',
    `${'n'.repeat(250)}@x.example`,
  ])('takes no e-mail address such as %s', (email) => {
    const typed = {...readStaffForm(form(complete)), email};
    expect(Object.keys(invitationProblems(typed))).toEqual(['email']);
  });

  it('takes no name of more than 200 characters', () => {
    const typed = {...readStaffForm(form(complete)), name: 'n'.repeat(201)};
    expect(invitationProblems(typed)).toEqual({name: 'Use at most 200 characters'});
  });
});
