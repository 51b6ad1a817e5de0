/** Reads what an administrator typed about an account. */
import {disciplines, roleNames, type Discipline, type Role} from '../access/roles.ts';
import {stateNames, type StaffState} from './staff.ts';
import {nameProblem, typedName} from './names.ts';

interface TypedStaff {
  name: string;
  email: string;
  partnerId: string;
  roles: Role[];
  disciplines: Discipline[];
  teamIds: string[];
}

export type StaffProblems = Partial<Record<'name' | 'email' | 'partner' | 'roles', string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** RFC 3696, erratum 1690: a path of 256 with its two brackets. */
const LONGEST_EMAIL = 254;

export const isRole = (word: unknown): word is Role => roleNames.includes(word as Role);
export const isState = (word: unknown): word is StaffState =>
  typeof word === 'string' && Object.hasOwn(stateNames, word);
export const isId = (word: unknown): word is string => typeof word === 'string' && UUID.test(word);
const isDiscipline = (word: unknown): word is Discipline =>
  typeof word === 'string' && Object.hasOwn(disciplines, word);

/** What was typed and ticked, as far as it is something; words that are none of ours are left out. */
export function readStaffForm(form: FormData): TypedStaff {
  const partnerId = form.get('partner');
  const roles = [...new Set(form.getAll('roles').filter(isRole))];
  return {
    name: typedName(form, 'name'),
    email: typedName(form, 'email').toLowerCase(),
    partnerId: isId(partnerId) ? partnerId : '',
    roles,
    // They are asked for under the practitioner, and sent also when that is ticked no more.
    disciplines: roles.includes('practitioner') ? [...new Set(form.getAll('disciplines').filter(isDiscipline))] : [],
    teamIds: [...new Set(form.getAll('teams').filter(isId))],
  };
}

/** What has to be put right in the account of someone who works here already, in the order of the form. */
export function staffProblems(typed: Pick<TypedStaff, 'name' | 'roles'>): StaffProblems {
  return {...aboutName(typed), ...aboutRoles(typed)};
}

/** The same for an invitation, which needs an address to go to and an organisation. */
export function invitationProblems(typed: TypedStaff): StaffProblems {
  const isAddress =
    /^[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>".]+$/.test(typed.email) && typed.email.length <= LONGEST_EMAIL;
  return {
    ...aboutName(typed),
    ...(isAddress ? {} : {email: 'Enter their work e-mail address, such as name@organisation.example'}),
    ...(typed.partnerId ? {} : {partner: 'Choose the organisation they work for'}),
    ...aboutRoles(typed),
  };
}

function aboutName({name}: Pick<TypedStaff, 'name'>): StaffProblems {
  const problem = nameProblem(name, 'Enter their name');
  return problem ? {name: problem} : {};
}

function aboutRoles({roles}: Pick<TypedStaff, 'roles'>): StaffProblems {
  return roles.length > 0 ? {} : {roles: 'Choose at least one thing that they do'};
}
