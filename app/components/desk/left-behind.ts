/** What of a person stands in a call that turns out to be about somebody else. Pure. */
import type {CallField, CallValues} from '../../domain/calls/call-fields.ts';
import type {PersonView} from './person-view.ts';

/** A number however it is spaced, and an address however it is written. */
const plain = (value: string | undefined) => (value ?? '').replace(/[\s()-]/g, '').toLowerCase();

/**
 * The fields that hold where to reach them or where they live, taken from their record: left standing, what was agreed would be
 * sent to them, who are not whom the call is about.
 */
export function leftBehind(
  {contacts, postcode}: Pick<PersonView, 'contacts' | 'postcode'>,
  values: CallValues,
): CallField[] {
  const ways = contacts.map(({value}) => plain(value));
  const isTheirs = (name: CallField) => values[name] !== undefined && ways.includes(plain(values[name]));
  return [
    ...(['sendTo', 'callBackPhone'] as const).filter(isTheirs),
    ...(postcode && plain(values.near) === plain(postcode) ? (['near'] as const) : []),
  ];
}
