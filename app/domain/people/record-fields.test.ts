import {describe, expect, it} from 'vitest';
import {readField, shownValue, typedValue, type Field} from './record-fields.ts';
import {readSection, rowsToType, typedRows, whyNoMore} from './read-section.ts';
import {sectionOf, sections} from './record-sections.ts';

const TODAY = '2026-11-22';
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

describe('a field', () => {
  const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({name: 'one', label: 'One', kind, ...more});

  it.each<[Field, string, unknown]>([
    [field('text'), '  Welsh ', 'Welsh'],
    [field('text'), ' ', null],
    [field('date'), '12 March 1950', '1950-03-12'],
    [field('date'), '4/5/12', '2012-05-04'],
    [field('number'), '75', 75],
    [field('phone'), '01632 960 001', '+441632960001'],
    [field('postcode'), 'rg121jx', 'RG12 1JX'],
    [field('reference'), 'p 7km 4qc', 'P-7KM-4QC'],
    [field('tick'), 'yes', true],
    [field('tick'), '', false],
    [field('choice', {options: {yes: 'Yes'}}), 'yes', 'yes'],
  ])('%j reads "%s"', (one, typed, value) => {
    expect(readField(one, typed, TODAY)).toEqual({ok: true, value});
  });

  it.each<[Field, string]>([
    [field('text', {required: 'Say it'}), ' '],
    [field('text', {limit: 3}), 'four'],
    [field('date'), '31/2/1950'],
    [field('date'), '1950'],
    [field('number'), 'old'],
    [field('phone'), '12'],
    [field('postcode'), 'RG12'],
    [field('choice', {options: {yes: 'Yes'}}), 'toString'],
  ])('%j refuses "%s"', (one, typed) => {
    expect(readField(one, typed, TODAY).ok).toBe(false);
  });

  it('is shown as people write it, and reads the same again', () => {
    expect(shownValue(field('contact'), '+441632960001')).toBe('01632 960001');
    expect(shownValue(field('identifier'), '9990000018')).toBe('999 000 0018');
    expect(shownValue(field('date'), '1950-03-12')).toBe('12 March 1950');
    expect(readField(field('date'), typedValue(field('date'), '1950-03-12'), TODAY)).toEqual({
      ok: true,
      value: '1950-03-12',
    });
    expect(readField(field('phone'), typedValue(field('phone'), '+441632960001'), TODAY)).toEqual({
      ok: true,
      value: '+441632960001',
    });
  });
});

describe('the form of a section', () => {
  const contacts = sectionOf('contacts')!;

  it('reads its rows, leaves out the empty one and the ones to be taken out', () => {
    const form = formOf({
      '0.id': 'a',
      '0.kind': 'email',
      '0.value': 'nell@mail.example',
      '1.id': 'b',
      '1.kind': 'mobile',
      '1.value': '07700 900123',
      '1.remove': 'yes',
      '2.id': '',
      '2.kind': 'mobile',
      '2.value': '',
    });
    const read = readSection(contacts, form, TODAY);
    expect(read).toMatchObject({ok: true, rows: [{id: 'a', values: {kind: 'email', value: 'nell@mail.example'}}]});
    expect(read.typed).toHaveLength(3);
  });

  it('says beside which field something is wrong, and keeps all that was typed', () => {
    const form = formOf({
      '0.kind': 'mobile',
      '0.value': '12',
      '0.note': 'x'.repeat(300),
      '1.kind': 'email',
      '1.value': 'nell',
    });
    const read = readSection(contacts, form, TODAY);
    expect(read).toMatchObject({
      ok: false,
      problems: {'0.note': 'Use 200 letters at most', '1.value': expect.stringContaining('e-mail')},
    });
    expect(typedRows(contacts, form)[0]!.values.value).toBe('12');
  });

  it('refuses an NHS number with a wrong figure, and reads a right one however it is spaced', () => {
    const numbers = sectionOf('numbers')!;
    const read = (value: string) => readSection(numbers, formOf({'0.kind': 'nhs_number', '0.value': value}), TODAY);
    expect(read('999 000 0019')).toMatchObject({
      ok: false,
      problems: {'0.value': expect.stringContaining('NHS number')},
    });
    expect(read('999-000-0018')).toMatchObject({ok: true, rows: [{values: {value: '9990000018'}}]});
  });

  it('of each part, shown with nothing in it and sent back, adds nothing, and asks for what is missing', () => {
    for (const section of sections) {
      const [row] = rowsToType(section, []);
      const untouched = (place: number) =>
        Object.entries(row!.values).map(([name, value]) => [`${place}.${name}`, value]);
      const alone = readSection(section, formOf(Object.fromEntries(untouched(0)) as Record<string, string>), TODAY);
      expect(alone.ok, section.key).toBe(false);
      // Beside others it is the row for something new, in which nothing was typed.
      const others = Object.fromEntries([...untouched(0), ...untouched(1), ['0.remove', 'yes']]) as Record<
        string,
        string
      >;
      if (section.most > 1) expect(readSection(section, formOf(others), TODAY)).toMatchObject({ok: true, rows: []});
    }
  });

  it('with as many rows as it may have has none for something new, and says why and what helps', () => {
    const alerts = sectionOf('alerts')!;
    const stored = Array.from({length: alerts.most}, (_, place) => ({id: `${place}`, values: {kind: 'animal'}}));
    const full = rowsToType(alerts, stored);
    expect(full).toHaveLength(10);
    expect(whyNoMore(alerts, full)).toMatch(
      /^There are 10 of these, as many as one record holds\. .* taken out, and save/,
    );
    expect(whyNoMore(alerts, rowsToType(alerts, stored.slice(1)))).toBeNull();
    // The new row that was typed into is the tenth: it is there, and nothing needs to be said.
    expect(whyNoMore(alerts, [...full.slice(1), {...full[0]!, id: null}])).toBeNull();
  });

  it('in which only a choice was made is not empty', () => {
    const alerts = sectionOf('alerts')!;
    const form = formOf({'0.id': 'a', '0.kind': 'animal', '0.note': 'A dog', '1.kind': '', '1.note': ''});
    expect(readSection(alerts, form, TODAY)).toMatchObject({ok: true, rows: [{id: 'a'}]});
    form.set('1.kind', 'do_not_visit');
    expect(readSection(alerts, form, TODAY)).toMatchObject({ok: false, problems: {'1.note': 'Say what to do'}});
  });
});
