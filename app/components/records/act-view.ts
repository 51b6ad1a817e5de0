import {describeAct, describeDetails, describeWhy} from '../../domain/records/act-words.ts';
import type {ListedAct} from '../../domain/records/list-acts.server.ts';

/** One act of the audit, in the words of a page. */
export interface ActView {
  seq: number;
  day: string;
  time: string;
  what: string;
  more: string;
  why: string;
  who: {id: string; name: string; partnerName: string} | null;
  person: {id: string; reference: string} | null;
  address: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export function toActView(act: ListedAct): ActView {
  const {seq, at, staffId, staffName, partnerName, personId, reference, address, details} = act;
  return {
    seq,
    day: DAY.format(at),
    time: TIME.format(at),
    what: describeAct(act),
    more: describeDetails(details),
    why: describeWhy(act),
    who: staffId && staffName ? {id: staffId, name: staffName, partnerName: partnerName ?? ''} : null,
    person: personId && reference ? {id: personId, reference} : null,
    address: address ?? '',
  };
}
