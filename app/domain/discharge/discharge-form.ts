/**
 * What a ward or a trusted assessor tells the desk when somebody is about to come home: a form as data. It stands in the
 * field `form.discharge` of a call as what was typed, so that nothing half written is lost. Safe in the browser.
 */
import {z} from 'zod';
import {AGREED_BY, AGREED_HOW} from '../people/opening-reasons.ts';
import {readField, shownValue, type Field} from '../people/record-fields.ts';

const choice = (name: string, label: string, options: Record<string, string>): Field => ({
  name,
  label,
  kind: 'choice',
  options: {'': 'Not said yet', ...options},
});
const long = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  kind: 'long',
  limit: 1000,
  ...(hint ? {hint} : {}),
});
const text = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  kind: 'text',
  limit: 150,
  ...(hint ? {hint} : {}),
});

interface DischargePart {
  title: string;
  fields: readonly Field[];
}

export const DISCHARGE_PARTS: readonly DischargePart[] = [
  {
    title: 'Where they are',
    fields: [
      text('hospital', 'Hospital or bed-based service'),
      text('ward', 'Ward'),
      {name: 'wardPhone', label: 'Telephone of the ward', kind: 'phone', width: '20'},
      {
        name: 'expectedOn',
        label: 'Expected date of discharge',
        kind: 'date',
        width: '10',
        hint: 'For example, 27/3/2027',
      },
      choice('transport', 'How they get home', {
        own: 'With family or friends',
        hospital: 'Hospital transport',
        none: 'Nothing is arranged',
      }),
      text('assessor', 'Who assessed them', 'Name and profession'),
    ],
  },
  {
    title: 'The person',
    fields: [
      long('matters', 'What matters to them', 'In their own words where you can'),
      long('before', 'What they could do before they went in', 'Getting about, washing, meals, getting out'),
      long('now', 'What is different now'),
      choice('moves', 'Getting about now', {
        alone: 'Alone',
        aid: 'With a frame or stick',
        one: 'With the help of one person',
        two: 'With the help of two',
        bed: 'Cannot leave the bed',
      }),
    ],
  },
  {
    title: 'What they need',
    fields: [
      choice('medicines', 'Help with medicines', {
        none: 'Manages them',
        reminding: 'Needs reminding',
        giving: 'Somebody has to give them',
        changed: 'They were changed and need going through',
      }),
      long('medicinesNote', 'About the medicines', 'What was changed, allergies, who gives them'),
      long('equipment', 'Equipment', 'What is there, what is still missing'),
      long('care', 'Care and nursing', 'Visits a day, dressings, injections, catheter'),
    ],
  },
  {
    title: 'The home',
    fields: [
      long('home', 'The home', 'Who lives there, stairs, pets, anything that is not safe'),
      text('keys', 'How to get in', 'Who has keys. Never the number of a key safe'),
      choice('food', 'Food in the house', {yes: 'Yes', no: 'No', arranged: 'Somebody will bring some'}),
      choice('heating', 'Heating', {on: 'On, or will be', off: 'Off', trouble: 'There is trouble with it'}),
    ],
  },
  {
    title: 'Who was asked',
    fields: [
      long('asked', 'Who was asked, and what they said', 'The person, family, and whoever is to care for them'),
      choice('agreed', 'Do they agree that we arrange this?', {
        yes: 'Yes',
        best_interests: 'They cannot decide it; it is in their best interests',
        no: 'No',
      }),
      choice('agreedBy', 'Who agreed', AGREED_BY),
      choice('agreedHow', 'How', AGREED_HOW),
    ],
  },
];

export const dischargeFields: readonly Field[] = DISCHARGE_PARTS.flatMap(({fields}) => fields);
const names = new Set(dischargeFields.map(({name}) => name));

/** What was typed, by field. What is not there was left empty. */
export type DischargeTyped = Record<string, string>;

const shape = z.record(z.string().max(40), z.string().max(2000));

/** Reads what stands in the field of a call. Anything that is no such form counts as nothing typed. */
export function readDischarge(value: unknown): DischargeTyped {
  let content = value;
  if (typeof value === 'string') {
    try {
      content = JSON.parse(value || '{}');
    } catch {
      return {};
    }
  }
  const read = shape.safeParse(content);
  return read.success ? Object.fromEntries(Object.entries(read.data).filter(([name]) => names.has(name))) : {};
}

/** What has to be put right, by field. Nothing is asked for: a ward seldom knows it all at once. */
export function dischargeProblems(typed: DischargeTyped, today: string): Record<string, string> {
  return Object.fromEntries(
    dischargeFields.flatMap((field) => {
      const read = readField(field, typed[field.name] ?? '', today);
      return read.ok ? [] : [[field.name, read.problem]];
    }),
  );
}

interface DischargeWords {
  title: string;
  lines: {name: string; label: string; value: string}[];
}

/** What was said, in words, part by part, for whoever reads it later. What could not be read stands as it was typed. */
export function dischargeInWords(typed: DischargeTyped, today: string): DischargeWords[] {
  return DISCHARGE_PARTS.flatMap(({title, fields}) => {
    const lines = fields.flatMap((field) => {
      const text = typed[field.name]?.trim();
      if (!text) return [];
      const read = readField(field, text, today);
      const value = (read.ok && shownValue(field, read.value)) || text;
      return [{name: field.name, label: field.label, value}];
    });
    return lines.length > 0 ? [{title, lines}] : [];
  });
}
