import {describe, expect, it} from 'vitest';
import {readChoices, typedChoices} from './share-form.ts';
import {readNote, typedNote} from './supervision-form.ts';
import {askedWhatIf, readWhatIf} from './what-if-form.ts';
import {readWeek, typeWeek, type TypedWeek} from './worker-form.ts';

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const TODAY = '2026-11-29';

const week: TypedWeek = {
  ...{hours: '22.5', ceiling: '30', takesNew: 'yes', outcodes: 'rg12 RG42', practices: 'The  Elms'},
  ...{networks: 'Forest PCN\nforest pcn', languages: 'Nepali, Polish', needs: ['loneliness']},
};

describe('a week', () => {
  it('is read from lines and commas, and stands in the form again as it was read', () => {
    const read = readWeek(week);
    expect(read).toEqual({
      ok: true,
      week: {
        ...{hours: 22.5, ceiling: 30, takesNew: true, outcodes: ['RG12', 'RG42'], practices: ['The Elms']},
        ...{networks: ['Forest PCN'], languages: ['Nepali', 'Polish'], needs: ['loneliness']},
      },
    });
    if (read.ok) expect(readWeek(typeWeek(read.week))).toEqual(read);
    expect(readWeek({...week, hours: '', ceiling: ''})).toMatchObject({week: {hours: null, ceiling: null}});
  });

  it.each([
    ['hours', '0'],
    ['hours', '61'],
    ['hours', '22.55'],
    ['hours', 'some'],
    ['ceiling', '0'],
    ['ceiling', '2.5'],
    ['takesNew', ''],
    ['outcodes', 'Bracknell'],
    ['practices', 'x'.repeat(201)],
  ])('says beside %s what is wrong with %j', (field, value) => {
    const read = readWeek({...week, [field]: value});
    expect(read.ok).toBe(false);
    if (!read.ok) expect(Object.keys(read.problems)).toEqual([field]);
  });
});

describe('a talk', () => {
  const typed = typedNote(formOf({heldOn: TODAY, words: ' She is well. ', what: '', dueOn: '', owner: 'worker'}));

  it('is read with or without something to do', () => {
    expect(readNote(typed, TODAY)).toEqual({
      ok: true,
      note: {heldOn: TODAY, words: 'She is well.', isShared: false, action: null},
    });
    const todo = {...typed, what: 'Book', dueOn: '2026-12-05', owner: 'lead'};
    expect(readNote(todo, TODAY)).toMatchObject({note: {action: {what: 'Book', isWorkers: false}}});
  });

  it.each([
    ['heldOn', {heldOn: '2026-11-30'}],
    ['words', {words: ' '}],
    ['what', {dueOn: '2026-12-05'}],
    ['dueOn', {what: 'Book', dueOn: 'soon'}],
    ['owner', {what: 'Book', dueOn: '2026-12-05', owner: ''}],
  ])('says beside %s what is missing', (field, changed) => {
    const read = readNote({...typed, ...changed}, TODAY);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(Object.keys(read.problems)).toEqual([field]);
  });
});

describe('who was chosen', () => {
  const [one, other, worker] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
    string,
    string,
    string,
  ];

  it('is read case by case; what was left alone or makes no sense is not there', () => {
    const form = formOf({
      [`to-${one}`]: worker,
      [`version-${one}`]: '3',
      [`to-${other}`]: '',
      [`version-${other}`]: '1',
      'to-nonsense': worker,
    });
    expect(readChoices(form)).toEqual([{caseId: one, version: 3, workerId: worker}]);
    expect(typedChoices(form)).toMatchObject({[one]: worker, [other]: ''});
  });
});

describe('what if', () => {
  it('keeps what is typed and says what is wrong', () => {
    const now = {referrals: '20', weeks: '12.5'};
    expect(readWhatIf(askedWhatIf(new URLSearchParams(), now))).toEqual({
      flow: {referrals: 20, weeks: 12.5},
      problems: {},
    });
    const odd = askedWhatIf(new URLSearchParams('referrals=many&weeks=0&leaves=x'), now);
    expect(odd).toEqual({referrals: 'many', weeks: '0', leaves: ['x']});
    expect(readWhatIf(odd)).toMatchObject({flow: null});
    expect(Object.keys(readWhatIf(odd).problems)).toEqual(['referrals', 'weeks']);
  });
});
