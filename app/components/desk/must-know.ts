/** What must be known of somebody before anything is said or sent, in few words. Pure. */
import type {PersonView} from './person-view.ts';

type Known = Pick<PersonView, 'isDeceased' | 'alerts' | 'needs' | 'contacts' | 'address'>;

/** What may harm somebody first, then how to talk with them. Empty where there is nothing. */
export function mustKnow({isDeceased, alerts, needs, contacts, address}: Known): string[] {
  return [
    ...(isDeceased ? ['Has died'] : []),
    ...alerts.map(({kind, note}) => `${kind}: ${note}`),
    ...contacts.flatMap(({value, flags}) =>
      flags.flatMap(({words, isWarning}) => (isWarning ? [`${words}: ${value}`] : [])),
    ),
    ...(address?.isUnsafe ? ['Not safe to send post'] : []),
    ...needs.map(({kind, need}) => `${kind}: ${need}`),
  ];
}
