/** What a page of one account says after something was done to it. The address holds only the key. */
export const DONE = {
  invited: 'The invitation is on its way.',
  'invited-again': 'A new invitation is on its way. The old link no longer works.',
  saved: 'Saved. It counts from their next click.',
  closed: 'The account is closed. Nobody is signed in with it any more.',
  opened: 'The account is open again, with the password it had.',
  'signed-out': 'They are signed out everywhere.',
  'codes-cleared': 'The code app is removed. They will set up a new one when they next sign in.',
} as const;

export const REFUSED = {
  own_account: 'You cannot do this to your own account. Ask another administrator.',
  last_administrator: 'The organisation that runs the site must keep an administrator.',
  missing: 'This account is not one that you look after.',
  not_invited: 'They have chosen a password already, or the account is closed.',
} as const;

type Done = keyof typeof DONE;
type Refused = keyof typeof REFUSED;

/** Back to the page of the account, which says what was done or why not. */
export const accountAddress = (staffId: string, said: {done: Done} | {refused: Refused}) =>
  `/admin/staff/${staffId}?${new URLSearchParams(said)}`;
