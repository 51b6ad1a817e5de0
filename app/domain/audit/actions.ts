/**
 * What the audit writes down, with the words that a records officer reads. The database accepts any word of this form
 * (small letters and underscores), so a new act needs only a new line here.
 */
export const ACTIONS = {
  sign_in: 'Signed in',
  sign_in_refused: 'Tried to sign in and was refused',
  sign_out: 'Signed out',
  sessions_ended: 'Ended sessions',
  password_changed: 'Changed a password',
  codes_changed: 'Changed how sign-in codes are made',

  person_searched: 'Searched for a person',
  emergency_searched: 'Searched the whole area in an emergency',
  person_added: 'Wrote down a new person',
  record_opened: 'Gave a reason to open the record',
  emergency_access: 'Used emergency access',
  record_viewed: 'Looked at the record',
  record_changed: 'Changed the record',
  record_closed: 'Closed the record',
  consent_recorded: 'Wrote down a consent',
  duplicates_merged: 'Joined two records of one person',
  duplicates_unmerged: 'Took joined records apart again',
  export_made: 'Made an export',
  access_refused: 'Was refused',

  audit_viewed: 'Looked at the audit',
  emergency_reviewed: 'Reviewed an emergency access',

  staff_invited: 'Invited a member of staff',
  staff_changed: 'Changed a member of staff',
  staff_disabled: 'Closed a member of staff’s account',
  staff_enabled: 'Opened a member of staff’s account again',
  roles_changed: 'Changed what a member of staff may do',
  partner_changed: 'Changed an organisation',
  team_changed: 'Changed a team',
  accounts_viewed: 'Looked at accounts, teams or organisations',
} as const;

/** One of the acts above. */
export type Action = keyof typeof ACTIONS;

/** The words for an act as it stands in the database: an act of a later or older version reads as its own name. */
export function describeAction(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as Action] : action.replaceAll('_', ' ');
}
