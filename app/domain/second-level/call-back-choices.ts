/** What comes of trying to ring somebody back. Safe in the browser. */

/** In the order of the keys 1 to 5. */
export const ATTEMPTS = {
  reached: 'Reached them',
  no_answer: 'No answer',
  engaged: 'Engaged',
  left_message: 'Left a message',
  wrong_number: 'Wrong number',
} as const;
export type AttemptResult = keyof typeof ATTEMPTS;

export const CALL_BACK_ENDS = {
  not_reached: 'Give up: they could not be reached',
  no_longer_wanted: 'They do not want it any more',
} as const;
type CallBackEnd = keyof typeof CALL_BACK_ENDS;

export interface Attempt {
  /** Null when it ends without another try. */
  result: AttemptResult | null;
  note: string | null;
  /** Why it ends though nobody was reached; null when it goes on. */
  end: CallBackEnd | null;
}

/** Reads the form of a try; null when it says nothing that there is. */
export function readAttempt(form: FormData): Attempt | null {
  const note = String(form.get('note') ?? '')
    .trim()
    .slice(0, 1000);
  const result = String(form.get('result') ?? '');
  if (Object.hasOwn(ATTEMPTS, result)) return {result: result as AttemptResult, note: note || null, end: null};
  if (Object.hasOwn(CALL_BACK_ENDS, result)) return {result: null, note: note || null, end: result as CallBackEnd};
  return null;
}
