/** The audit in words, for a records officer. */
import {describeAction} from '../audit/actions.ts';
import type {Basis, ListedAct} from './list-acts.server.ts';

const PURPOSES: Record<string, string> = {
  'sign-in': 'Signing in',
  'own-account': 'Their own account',
  administration: 'Looking after accounts',
  'find-person': 'Looking for a person',
  'add-person': 'Writing down someone new',
  'open-record': 'Opening a record',
  record: 'Working with the record',
  'find-in-emergency': 'An emergency',
  desk: 'Work at the desk',
  figures: 'Figures',
  'records-review': 'A check of the records',
};

const GIVERS: Record<string, string> = {
  person: 'the person',
  carer: 'their carer',
  parent: 'their parent',
  attorney: 'their attorney',
  deputy: 'their deputy',
  other: 'someone else',
};

const WAYS: Record<string, string> = {spoken: 'spoken', written: 'in writing', form: 'on a form', other: 'another way'};

/** What was done: 'Changed the record'. */
export const describeAct = ({action}: Pick<ListedAct, 'action'>): string => describeAction(action);

/** Why: the basis on which the record had been opened, else what the work was. */
export function describeWhy({basis, purpose}: Pick<ListedAct, 'basis' | 'purpose'>): string {
  return basis ? describeBasis(basis) : (PURPOSES[purpose] ?? purpose);
}

function describeBasis({basis, consentBy, consentHow, workKind, workName, reason}: Basis): string {
  switch (basis) {
    case 'consent':
      return `Consent of ${GIVERS[consentBy ?? ''] ?? 'someone'}, ${WAYS[consentHow ?? ''] ?? 'another way'}`;
    case 'direct_care':
      return `Direct care: ${workKind} ${workName}`;
    case 'best_interests':
      return `Best interests: ${reason}`;
    case 'emergency':
      return `Emergency: ${reason}`;
  }
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rest of what is known: 'Fields: language, phone'. Ids are left out: they tell a reader nothing. */
export function describeDetails(details: ListedAct['details']): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .filter(([, value]) => !IS_ID.test(String(value)))
    .map(
      ([name, value]) =>
        `${NAMES[name] ?? inWords(name)}: ${typeof value === 'boolean' ? yesOrNo(value) : readably(value)}`,
    )
    .join('; ');
}

/** Names that say too little by themselves. */
const NAMES: Record<string, string> = {door: 'Part of the site', of: 'What'};

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');
const readably = (value: unknown) =>
  (Array.isArray(value) ? value.join(', ') : String(value)).replace(/(?<=[a-z])[_.](?=[a-z])/g, ' ');

/** 'sessionsEnded' and 'sessions_ended' as 'Sessions ended'. */
function inWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
