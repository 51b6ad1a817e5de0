/** What someone who works here may be. One person may be several. Shown in the product in these words. */
export const roles = {
  call_handler: {
    name: 'Call handler',
    says: 'Answers calls at the single point of access, helps people there and then, and hands on the rest.',
  },
  practitioner: {
    name: 'Practitioner',
    says: 'A professional at second level, such as a nurse or a social worker, who takes up what a call handler hands on.',
  },
  link_worker: {
    name: 'Link worker',
    says: 'Takes referrals, walks alongside people for a while, and keeps a caseload.',
  },
  team_lead: {
    name: 'Team lead',
    says: 'Does what the team does, shares out its work, and looks after its guides.',
  },
  directory_editor: {
    name: 'Directory editor',
    says: 'Keeps the directory right: listings, and the words people search with. Sees no person’s record.',
  },
  analyst: {
    name: 'Analyst',
    says: 'Sees figures only, never a person.',
  },
  records_officer: {
    name: 'Records officer',
    says: 'Checks who has looked at whose record and why, and reviews every emergency access.',
  },
  administrator: {
    name: 'Administrator',
    says: 'Looks after the accounts, teams and organisations. Sees no person’s record.',
  },
} as const satisfies Record<string, {name: string; says: string}>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

/** The professions a practitioner may have, so that a call is handed to the right one. */
export const disciplines = {
  adult_social_care: 'Adult social care',
  nursing: 'Nursing',
  therapy: 'Therapy',
  mental_health: 'Mental health',
  safeguarding: 'Safeguarding',
  housing: 'Housing',
  pharmacy: 'Pharmacy',
} as const;

export type Discipline = keyof typeof disciplines;
