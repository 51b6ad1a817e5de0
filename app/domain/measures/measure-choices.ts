/** What can be chosen about how a measure was taken. Safe in the browser. */

export const TAKEN_HOW = {worker: 'Asked by a worker', link: 'By their own link', paper: 'On paper'} as const;
export type TakenHow = keyof typeof TAKEN_HOW;

export const ANSWERED_BY = {
  person: 'The person',
  together: 'The person, with help',
  carer: 'Somebody who cares for them',
} as const;
export type AnsweredBy = keyof typeof ANSWERED_BY;

export const LINK_SENT = {by_hand: 'I pass it on myself', email: 'By e-mail', text: 'By text message'} as const;
export type LinkSent = keyof typeof LINK_SENT;

/** A link holds so many days. */
export const LINK_DAYS = 21;
