/** The parts of a person's record: their words, fields and tables. One form and one set of queries serve them all. */
import {ADDRESSES, ALERTS, COMMUNICATION, CONTACTS, IDENTIFIERS, OTHER_NAMES, RELATIONSHIPS} from './record-choices.ts';
import {YES_NO, type Field, type Row} from './record-fields.ts';
import {readNhsNumber} from './nhs-number.ts';
import {readPhone} from './phone.ts';

export interface Section {
  key: string;
  title: string;
  /** One row of it, within a sentence: 'address'. */
  one: string;
  table: string;
  fields: readonly Field[];
  /** At most this many rows. */
  most: number;
  intro?: string;
  /** What the fields cannot say alone. May put values into the form in which they are kept. Gives problems by field. */
  check?(row: Row): Record<string, string | undefined>;
}

const note: Field = {name: 'note', label: 'Note', kind: 'text'};

export const sections: readonly Section[] = [
  {
    key: 'alerts',
    title: 'Alerts',
    one: 'alert',
    table: 'person_alerts',
    most: 10,
    intro: 'What everyone must know before they call or visit. It stands at the top of every page about this person.',
    fields: [
      {
        name: 'kind',
        label: 'Kind of alert',
        kind: 'choice',
        options: {'': 'Choose one', ...ALERTS},
        required: 'Choose what kind of alert it is',
      },
      {name: 'note', label: 'What to do, and why', kind: 'long', limit: 400, required: 'Say what to do'},
      {name: 'validUntil', label: 'Last day, if it ends', kind: 'date', width: '10'},
    ],
  },
  {
    key: 'communication',
    title: 'Communication needs',
    one: 'need',
    table: 'person_communication',
    most: 12,
    intro:
      'Under the Accessible Information Standard each need is asked about, written down, shown on every page, shared where agreed, and met.',
    fields: [
      {
        name: 'kind',
        label: 'Kind of need',
        kind: 'choice',
        options: {'': 'Choose one', ...COMMUNICATION},
        required: 'Choose what kind of need it is',
      },
      {
        name: 'need',
        label: 'What they need',
        kind: 'text',
        required: 'Say what they need',
        hint: 'For example: large print, 16 point; a British Sign Language interpreter',
      },
      {name: 'identifiedOn', label: 'When they told us', kind: 'date', width: '10', required: 'Say when they told us'},
      {name: 'mayShare', label: 'May we tell others who help them?', kind: 'choice', options: reversed(YES_NO)},
      {name: 'sharedOn', label: 'Shared on', kind: 'date', width: '10'},
      {name: 'metOn', label: 'Last met on', kind: 'date', width: '10'},
      {name: 'metHow', label: 'How it was met', kind: 'text'},
    ],
    check: ({values}) =>
      values.sharedOn && values.mayShare === 'no' ? {sharedOn: 'They said this may not be shared'} : {},
  },
  {
    key: 'names',
    title: 'Other names',
    one: 'name',
    table: 'person_names',
    most: 10,
    fields: [
      {name: 'kind', label: 'Kind of name', kind: 'choice', options: OTHER_NAMES},
      {name: 'name', label: 'Name', kind: 'text', required: 'Enter the name'},
    ],
  },
  {
    key: 'numbers',
    title: 'NHS number and references',
    one: 'number',
    table: 'person_identifiers',
    most: 10,
    fields: [
      {name: 'kind', label: 'Kind of number', kind: 'choice', options: IDENTIFIERS},
      {name: 'value', label: 'Number', kind: 'identifier', limit: 60, width: '20', required: 'Enter the number'},
      {name: 'isVerified', label: 'Checked: it was traced or seen on paper', kind: 'tick'},
    ],
    check(row) {
      if (row.values.kind !== 'nhs_number') return {};
      const number = readNhsNumber(String(row.values.value ?? ''));
      if (!number) return {value: 'This is no NHS number: one of its 10 figures is wrong'};
      row.values.value = number;
      return {};
    },
  },
  {
    key: 'addresses',
    title: 'Addresses',
    one: 'address',
    table: 'person_addresses',
    most: 12,
    fields: [
      {name: 'kind', label: 'Kind of address', kind: 'choice', options: ADDRESSES},
      {
        name: 'lines',
        label: 'House and street',
        kind: 'long',
        limit: 400,
        hint: 'With no fixed abode: where they are usually found',
      },
      {name: 'town', label: 'Town', kind: 'text', limit: 100, width: '20'},
      {name: 'postcode', label: 'Postcode', kind: 'postcode', width: '10'},
      {name: 'safeToPost', label: 'Safe to send post?', kind: 'choice', options: reversed(YES_NO)},
      {name: 'validFrom', label: 'From', kind: 'date', width: '10'},
      {name: 'validUntil', label: 'Until', kind: 'date', width: '10'},
    ],
    check: ({values}) => ({
      ...(values.kind !== 'no_fixed_abode' && !values.lines && !values.town && !values.postcode
        ? {lines: 'Enter a street, a town or a postcode'}
        : {}),
      ...(values.validFrom && values.validUntil && values.validUntil < values.validFrom
        ? {validUntil: 'The last day must not be before the first'}
        : {}),
    }),
  },
  {
    key: 'contacts',
    title: 'Telephone and e-mail',
    one: 'contact',
    table: 'person_contacts',
    most: 10,
    fields: [
      {name: 'kind', label: 'Kind of contact', kind: 'choice', options: CONTACTS},
      {
        name: 'value',
        label: 'Number or e-mail address',
        kind: 'contact',
        limit: 254,
        width: '20',
        required: 'Enter the number or address',
      },
      {name: 'safeToCall', label: 'Safe to call?', kind: 'choice', options: reversed(YES_NO)},
      {name: 'safeToLeaveMessage', label: 'Safe to leave a voice message?', kind: 'choice', options: reversed(YES_NO)},
      {name: 'safeToText', label: 'Safe to text or e-mail?', kind: 'choice', options: reversed(YES_NO)},
      note,
    ],
    check(row) {
      const value = String(row.values.value ?? '');
      if (row.values.kind === 'email')
        return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
          ? {}
          : {value: 'Write an e-mail address like nell@mail.example'};
      const phone = readPhone(value);
      if (!phone) return {value: 'Write a telephone number like 01632 960001'};
      row.values.value = phone;
      return {};
    },
  },
  {
    key: 'languages',
    title: 'Languages',
    one: 'language',
    table: 'person_languages',
    most: 8,
    fields: [
      {name: 'language', label: 'Language', kind: 'text', limit: 60, width: '20', required: 'Enter the language'},
      {name: 'isPreferred', label: 'They like this one best', kind: 'tick'},
      {name: 'interpreter', label: 'Interpreter needed?', kind: 'choice', options: reversed(YES_NO)},
      note,
    ],
  },
  {
    key: 'practice',
    title: 'GP practice',
    one: 'practice',
    table: 'person_practices',
    most: 1,
    fields: [
      {name: 'name', label: 'Practice', kind: 'text', required: 'Enter the name of the practice'},
      {
        name: 'odsCode',
        label: 'Practice code',
        kind: 'text',
        limit: 10,
        width: '10',
        hint: 'Letters and figures, if you know it',
      },
      {name: 'doctor', label: 'Doctor', kind: 'text', limit: 100},
    ],
    check(row) {
      if (!row.values.odsCode) return {};
      row.values.odsCode = String(row.values.odsCode).toUpperCase();
      return /^[A-Z0-9]{3,10}$/.test(row.values.odsCode)
        ? {}
        : {odsCode: 'A practice code has only letters and figures'};
    },
  },
  {
    key: 'relationships',
    title: 'People who matter',
    one: 'person',
    table: 'person_relationships',
    most: 15,
    fields: [
      {name: 'kind', label: 'What they are to each other', kind: 'choice', options: RELATIONSHIPS},
      {name: 'otherName', label: 'Their name', kind: 'text'},
      {name: 'otherReference', label: 'Their reference, if they have a record here', kind: 'reference', width: '10'},
      {name: 'otherPhone', label: 'Their telephone', kind: 'phone', width: '20'},
      {name: 'mayTalkTo', label: 'May we talk to them about this person?', kind: 'choice', options: reversed(YES_NO)},
      note,
    ],
    check: ({values}) =>
      values.otherName || values.otherReference ? {} : {otherName: 'Enter their name or their reference'},
  },
];

/** The section of that name in an address, or null. */
export function sectionOf(key: string | undefined): Section | null {
  return sections.find((section) => section.key === key) ?? null;
}

/** Where a new row starts with the last answer, 'not asked'. */
function reversed(options: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).reverse());
}
