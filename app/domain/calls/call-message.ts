import type {EndedCall} from './read-call.ts';

/**
 * What was agreed in a call, to be sent to the caller as they asked. The words are those that were read back to them; the
 * message names nobody. A letter is printed from the call and goes through no post room.
 */
export function asMessage(
  {send, closingText}: Pick<EndedCall, 'send' | 'closingText'>,
  partnerId: string,
): {channel: 'text' | 'email'; to: string; subject?: string; body: string; partnerId: string} | null {
  if (!send || send.by === 'letter' || !send.to || !closingText) return null;
  const base = {to: send.to, body: closingText, partnerId};
  return send.by === 'text'
    ? {...base, channel: 'text'}
    : {...base, channel: 'email', subject: 'What we talked about, and where to go next'};
}
