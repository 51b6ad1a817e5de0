import {describe, expect, it} from 'vitest';
import {dischargeFields, dischargeInWords, dischargeProblems, readDischarge} from './discharge-form.ts';
import {readHandover} from './handover-words.ts';

const TODAY = '2026-11-28';

describe('what a ward says', () => {
  it('is kept as typed, whatever was half written, and nothing that is no field of the form', () => {
    const typed = {ward: 'Maple', expectedOn: 'next wee'};
    expect(readDischarge(JSON.stringify({...typed, evil: 'x'}))).toEqual(typed);
    expect(readDischarge(typed)).toEqual(typed);
    expect([undefined, '', 'half typed {', '[1]', {ward: 5}, {ward: 'x'.repeat(2001)}].map(readDischarge)).toEqual(
      Array(6).fill({}),
    );
  });

  it('may be incomplete; what is there is checked', () => {
    expect(dischargeProblems({}, TODAY)).toEqual({});
    const typed = {expectedOn: '31/2/2027', wardPhone: 'ring us', moves: 'flies', ward: 'Maple'};
    expect(dischargeProblems(typed, TODAY)).toEqual({
      expectedOn: 'Expected date of discharge: write a date like 27/3/1950',
      wardPhone: 'Telephone of the ward: write a telephone number like 01632 960001',
      moves: 'Getting about now: choose one of the answers',
    });
  });

  it('is read in words, with what could not be read as it was typed', () => {
    const parts = dischargeInWords({expectedOn: '3/12/2026', wardPhone: '01632960001', moves: 'two', ward: ' '}, TODAY);
    expect(parts.flatMap(({lines}) => lines.map(({value}) => value))).toEqual([
      '01632 960001',
      '3 December 2026',
      'With the help of two',
    ]);
    expect(dischargeInWords({expectedOn: 'soon'}, TODAY)[0]!.lines[0]!.value).toBe('soon');
  });

  it('has each field once, so that no two write over each other', () => {
    const names = dischargeFields.map(({name}) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('handing the page over', () => {
  const onPaper = {way: 'paper', sendTo: ''};
  const toWard = {givenTo: 'ward', consentBy: 'person', consentHow: 'spoken'};

  it('as a link needs where to', () => {
    expect(readHandover({...toWard, way: 'email', sendTo: 'ward 7'})).toMatchObject({
      problems: {sendTo: expect.any(String)},
    });
    expect(readHandover({...toWard, way: 'text', sendTo: '07700 900123'})).toMatchObject({
      handover: {way: 'text', to: '+447700900123'},
    });
    expect(readHandover({...toWard, way: 'pigeon', sendTo: ''})).toMatchObject({
      problems: {way: 'Say how it is given'},
    });
  });

  it('needs to whom, and who agreed and how', () => {
    expect(readHandover({...onPaper, givenTo: 'neighbourhood', consentBy: '', consentHow: 'toString'})).toMatchObject({
      problems: {givenTo: 'Say to whom it is given', consentBy: 'Say who agreed', consentHow: 'Say how they agreed'},
    });
    expect(readHandover({...onPaper, ...toWard})).toMatchObject({ok: true, handover: {to: null}});
  });
});
