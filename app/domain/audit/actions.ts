/**
 * What the audit writes down, with the words that a records officer reads. The database accepts any word of this form
 * (small letters and underscores), so a new act needs only a new line here.
 */
export const ACTIONS = {
  sign_in: 'Signed in',
  link_opened: 'Opened a link that sets a password',
  sign_in_refused: 'Tried to sign in and was refused',
  sign_out: 'Signed out',
  sessions_ended: 'Ended sessions',
  password_changed: 'Changed a password',
  codes_changed: 'Changed how sign-in codes are made',

  person_searched: 'Searched for a person',
  emergency_searched: 'Searched the whole area in an emergency',
  person_chosen: 'Chose a person, before giving a reason',
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

  call_started: 'Began to take a call',
  call_joined: 'Opened a call that is being taken',
  call_person_chosen: 'Said whom a call is about',
  call_put_aside: 'Threw away a call that was being taken',
  call_closed: 'Ended a call',
  call_viewed: 'Looked at a call',
  call_corrected: 'Corrected a call',
  call_printed: 'Printed or sent what was given in a call',
  calls_listed: 'Looked at a list of calls',
  call_reviewed: 'Reviewed how a call was taken',
  call_back_tried: 'Tried to ring somebody back',
  call_back_given: 'Gave a call-back to somebody else',
  call_back_done: 'Finished a call-back',
  queue_viewed: 'Looked at a queue',
  queue_changed: 'Changed a queue',
  handoff_viewed: 'Looked at what was handed on',
  handoff_claimed: 'Took up what was handed on',
  handoff_released: 'Gave back what was handed on',
  handoff_moved: 'Passed on what was handed on',
  handoff_noted: 'Wrote a note on what was handed on',
  handoff_closed: 'Finished what was handed on',
  safeguarding_viewed: 'Looked at a safeguarding concern',
  safeguarding_decided: 'Decided on a safeguarding concern',
  summary_made: 'Made a one-page summary',
  guide_changed: 'Changed a guide',
  guide_published: 'Published a guide',
  desk_settings_changed: 'Changed the settings of the desk',
  phone_linked: 'Changed which telephone is theirs',
  phone_history_loaded: 'Loaded the history of a telephone system',
  wallboard_link_changed: 'Made or ended a link to the wallboard',

  referral_received: 'A referral came in',
  referrals_listed: 'Looked at a list of referrals',
  referral_viewed: 'Looked at a referral',
  referral_changed: 'Worked on a referral',
  referral_accepted: 'Accepted a referral',
  referral_passed_on: 'Passed a referral on',
  referral_declined: 'Declined a referral',
  cases_listed: 'Looked at a list of cases',
  case_viewed: 'Looked at a case',
  case_changed: 'Changed a case',
  case_contact_recorded: 'Wrote down a contact',
  case_transferred: 'Gave a case to somebody else',
  case_closed: 'Closed a case',
  case_reopened: 'Opened a case again',
  case_shared: 'Shared a case with another organisation, or ended that',

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
  own_account_viewed: 'Looked at their own account',
  own_account_changed: 'Changed a setting of their own account',
} as const;

/** One of the acts above. */
export type Action = keyof typeof ACTIONS;

/** The words for an act as it stands in the database: an act of a later or older version reads as its own name. */
export function describeAction(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as Action] : action.replaceAll('_', ' ');
}
