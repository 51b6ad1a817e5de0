import {expect, it} from 'vitest';
import {describeAct, describeDetails, describeWhy} from './act-words.ts';
import type {Basis} from './list-acts.server.ts';

const nothing = {consentBy: null, consentHow: null, workKind: null, workName: null, reason: null};
const why = (basis: Partial<Basis> | null, purpose = 'record') =>
  describeWhy({basis: basis && ({...nothing, ...basis} as Basis), purpose});

it('says why a record was open', () => {
  expect(why({basis: 'consent', consentBy: 'attorney', consentHow: 'written'})).toBe(
    'Consent of their attorney, in writing',
  );
  expect(why({basis: 'direct_care', workKind: 'referral', workName: 'R 12'})).toBe('Direct care: referral R 12');
  expect(why({basis: 'best_interests', reason: 'No answer'})).toBe('Best interests: No answer');
  expect(why({basis: 'emergency', reason: 'Found at the station'})).toBe('Emergency: Found at the station');
});

it('says what the work was where no record was open, also for work it does not know', () => {
  expect(why(null, 'find-person')).toBe('Looking for a person');
  expect(why(null, 'of-a-later-version')).toBe('of-a-later-version');
});

it('says what was done, also for acts it does not know', () => {
  expect(describeAct({action: 'record_viewed'})).toBe('Looked at the record');
  expect(describeAct({action: 'call_taken'})).toBe('call taken');
  expect(describeAct({action: 'constructor'})).toBe('constructor');
});

it('says the rest in words, and leaves out ids and what is empty', () => {
  const id = '5a0c8b0e-4a0b-4f5e-8b3e-2f6f7d1c9e22';
  expect(describeDetails({kinds: ['name', 'birth_date'], found: 3, other: id, partner: null, fields: []})).toBe(
    'Kinds: name, birth date; Found: 3',
  );
  expect(describeDetails({door: 'records.review'})).toBe('Part of the site: records review');
  expect(describeDetails({sessionsEnded: 2, shared: true})).toBe('Sessions ended: 2; Shared: yes');
  expect(describeDetails({})).toBe('');
});
