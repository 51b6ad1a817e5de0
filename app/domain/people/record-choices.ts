/** What may be chosen in a record, in words. Safe in the browser; the database knows the same keys. */

export const IDENTIFIERS = {nhs_number: 'NHS number', own_reference: 'Another organisation’s reference'} as const;
export const CONTACTS = {
  mobile: 'Mobile',
  home_phone: 'Home telephone',
  work_phone: 'Work telephone',
  other_phone: 'Another telephone',
  email: 'E-mail',
} as const;
export const ADDRESSES = {
  home: 'Home',
  temporary: 'Staying here for now',
  post: 'For post only',
  no_fixed_abode: 'No fixed abode',
} as const;
export const RELATIONSHIPS = {
  carer_of: 'Carer of',
  cared_for_by: 'Cared for by',
  next_of_kin: 'Next of kin',
  parent_of: 'Parent of',
  child_of: 'Child of',
  partner_of: 'Partner',
  family: 'Other family',
  friend: 'Friend or neighbour',
  attorney: 'Has power of attorney',
  deputy: 'Deputy (Court of Protection)',
  advocate: 'Advocate',
  landlord: 'Landlord or warden',
  other: 'Someone else',
} as const;
export const COMMUNICATION = {
  contact_method: 'How to contact them',
  information_format: 'Format of information',
  communication_professional: 'A communication professional',
  communication_support: 'Communication support',
} as const;
export const ALERTS = {
  visit_in_pairs: 'Visit in pairs',
  do_not_visit: 'Do not visit',
  risk_to_staff: 'Risk to staff',
  risk_from_others: 'Risk from others in the home',
  safeguarding: 'Safeguarding',
  animal: 'Animal in the home',
  key_safe: 'How to get in',
  medical: 'Medical',
  other: 'Something else',
} as const;
export const OTHER_NAMES = {
  preferred: 'Also called',
  birth: 'Name at birth',
  former: 'Former name',
  religious: 'Religious name',
  alias: 'Alias',
  other: 'Another name',
} as const;
