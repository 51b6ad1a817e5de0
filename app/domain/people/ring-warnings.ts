import {showPhone} from './phone.ts';

/** What a record says against ringing somebody on a number. Safe in the browser. */
const RING_WARNINGS = {
  not_safe: 'Not safe to call',
  no_message: 'Not safe to leave a message',
} as const;
export type RingWarning = keyof typeof RING_WARNINGS;

/** In words for a page; null where nothing speaks against it. */
export const ringWarningInWords = (warning: RingWarning | null): string | null => warning && RING_WARNINGS[warning];

/** A number (E.164) as it is dialled, with what speaks against ringing it. */
export const numberInWords = (phone: string, warning: RingWarning | null): string =>
  [showPhone(phone), ringWarningInWords(warning)].filter(Boolean).join('. ');
