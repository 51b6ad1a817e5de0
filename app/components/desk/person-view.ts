/** Somebody whose record was opened for a call: only what the call needs, in words made on the server. */
import type {RecentContact} from '../../domain/calls/recent-contacts.server.ts';
import {CHANNELS, DOMAINS} from '../../domain/calls/call-choices.ts';
import {isRepeatCaller, REPEAT_HOURS} from '../../domain/calls/repeat-caller.ts';
import type {PersonRecord} from '../../domain/people/get-record.server.ts';
import {showPhone} from '../../domain/people/phone.ts';
import {CONTACTS} from '../../domain/people/record-choices.ts';
import {toRecordView, type BannerView} from '../people/record-view.ts';

interface ContactLine {
  kind: 'phone' | 'mobile' | 'email';
  label: string;
  value: string;
  /** 'Safe to call', 'Not safe to leave a message' … only what was asked. */
  flags: {words: string; isWarning: boolean}[];
  /** As the database decides it (`unsafe_to_send`) when the call is ended. */
  isUnsafeToText: boolean;
}

export interface PersonView {
  id: string;
  name: string;
  born: string;
  reference: string;
  pronouns: string | null;
  isDeceased: boolean;
  alerts: BannerView['alerts'];
  needs: BannerView['needs'];
  contacts: ContactLine[];
  address: {words: string; isUnsafe: boolean} | null;
  postcode: string | null;
  practice: string | null;
  repeat: {says: string; contacts: string[]} | null;
}

const FLAGS = [
  ['safeToCall', 'to call'],
  ['safeToLeaveMessage', 'to leave a message'],
  ['safeToText', 'to write to'],
] as const;

/** @param today 'YYYY-MM-DD' @param inWords a moment as people say it */
export function personView(
  record: PersonRecord,
  recent: RecentContact[],
  {today, inWords}: {today: string; inWords(moment: Date): string},
): PersonView {
  const {banner} = toRecordView(record, today, '');
  const {id, name, born, reference, pronouns, isDeceased, alerts, needs} = banner;
  const address = (record.rows.addresses ?? []).find(
    ({values}) => !values.validUntil || String(values.validUntil) >= today,
  )?.values;
  const practice = record.rows.practice?.[0]?.values.name;
  return {
    id,
    name,
    born,
    reference,
    pronouns,
    isDeceased,
    alerts,
    needs,
    contacts: (record.rows.contacts ?? []).map(({values}) => contactLine(values)),
    address: address ? {words: addressInWords(address), isUnsafe: address.safeToPost === 'no'} : null,
    postcode: address?.postcode ? String(address.postcode) : null,
    practice: practice ? String(practice) : null,
    repeat: repeatNotice(recent, inWords),
  };
}

type Values = Record<string, string | number | boolean | null>;

function contactLine(values: Values): ContactLine {
  const value = String(values.value);
  const kind = values.kind === 'email' ? 'email' : values.kind === 'mobile' ? 'mobile' : 'phone';
  return {
    kind,
    label: CONTACTS[values.kind as keyof typeof CONTACTS] ?? 'Contact',
    value: kind === 'email' ? value : showPhone(value),
    flags: FLAGS.flatMap(([field, words]): ContactLine['flags'] => {
      if (values[field] === 'no') return [{words: `Not safe ${words}`, isWarning: true}];
      return values[field] === 'yes' ? [{words: `Safe ${words}`, isWarning: false}] : [];
    }),
    isUnsafeToText:
      values.safeToText === 'no' ||
      (kind === 'email'
        ? values.safeToLeaveMessage === 'no'
        : values.safeToText !== 'yes' && [values.safeToCall, values.safeToLeaveMessage].includes('no')),
  };
}

const addressInWords = ({kind, lines, town, postcode}: Values): string =>
  [kind === 'no_fixed_abode' ? 'No fixed abode' : null, lines, town, postcode]
    .filter(Boolean)
    .join(', ')
    .replace(/\n/g, ', ');

function repeatNotice(recent: RecentContact[], inWords: (moment: Date) => string): PersonView['repeat'] {
  if (!isRepeatCaller(recent.length)) return null;
  return {
    says: `This is contact ${recent.length + 1} about them in ${REPEAT_HOURS} hours`,
    contacts: recent.map(
      ({startedAt, channel, domain, needs}) =>
        `${inWords(startedAt)}: ${CHANNELS[channel].toLowerCase()}, ${(needs[0] ?? DOMAINS[domain]).toLowerCase()}`,
    ),
  };
}
