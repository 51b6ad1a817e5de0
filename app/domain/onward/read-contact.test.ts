import {describe, expect, it} from 'vitest';
import {readContact, type TypedContact} from './read-contact.ts';

const typed = (fields: Partial<TypedContact>): TypedContact => ({
  ...{
    organisation: 'Choirs of Mill Ride',
    name: 'Bea Lark',
    role: '',
    phone: '',
    email: '',
    approach: '',
    isChecked: '',
  },
  ...fields,
});

describe('somebody known at an organisation', () => {
  it('has a name, and a telephone number or an e-mail address', () => {
    expect(readContact(typed({phone: ' 01632  960001 ', approach: 'Ring first.\nNot on Fridays.'}))).toEqual({
      ok: true,
      contact: {
        ...{organisation: 'Choirs of Mill Ride', name: 'Bea Lark', role: null, phone: '01632 960001', email: null},
        ...{approach: 'Ring first.\nNot on Fridays.', isChecked: false},
      },
    });
    expect(readContact(typed({email: 'Bea@Choirs.example'}))).toMatchObject({
      ok: true,
      contact: {email: 'bea@choirs.example'},
    });
  });

  it('is asked for beside the field where something is missing or odd', () => {
    const problemsOf = (fields: Partial<TypedContact>) => {
      const read = readContact(typed(fields));
      return read.ok ? [] : Object.keys(read.problems).sort();
    };
    expect(problemsOf({})).toEqual(['phone']);
    expect(problemsOf({organisation: ' ', name: '', phone: 'ask Bea', email: 'bea'})).toEqual([
      ...['email', 'name', 'organisation', 'phone'],
    ]);
    expect(problemsOf({email: 'bea@choirs.example', approach: 'x'.repeat(1001)})).toEqual(['approach']);
  });
});
