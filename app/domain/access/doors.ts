/**
 * Who may do what: the one table. Every route names its door (`export const handle = {door: '…'}`), and the server asks
 * here before the route runs. Which ROWS someone then sees is not decided here but in PostgreSQL, by the policies that
 * the last column speaks of.
 */
import type {Role} from './roles.ts';
import type {Viewer} from './viewer.ts';

/** `anyone` needs no account, `staff` any account; else one of the roles; `nobody` where there is nothing to do. */
type Who = 'anyone' | 'staff' | 'nobody' | readonly Role[];

interface Door {
  /** GET: looking. */
  read: Who;
  /** POST: changing something, or asking with words that must not stand in an address. */
  change: Who;
  /** Whose rows the policies let through behind this door. */
  rows: 'public' | 'own account' | 'own organisation' | 'own and shared' | 'whole partnership';
}

const desk = ['call_handler', 'practitioner', 'link_worker', 'team_lead'] as const;
/** Whoever takes calls, and second level: practitioners answer calls as well when the queue is long. */
const secondLevel = ['call_handler', 'practitioner', 'team_lead'] as const;

/** Whoever walks with people, and those who lead them. */
const walking = ['link_worker', 'team_lead'] as const;

export const doors = {
  // The directory, which is for everyone.
  directory: {read: 'anyone', change: 'anyone', rows: 'public'},

  // Asking for a link worker: no account, and nothing to read but what one has typed oneself.
  refer: {read: 'anyone', change: 'anyone', rows: 'public'},

  // One's own account.
  'sign-in': {read: 'anyone', change: 'anyone', rows: 'own account'},
  'own-account': {read: 'staff', change: 'staff', rows: 'own account'},
  // A calendar of one's own work is read by whoever has its address: calendars sign in nowhere.
  calendar: {read: 'anyone', change: 'nobody', rows: 'own account'},
  'staff-home': {read: 'staff', change: 'nobody', rows: 'own organisation'},

  // A person's record. Looking someone up is a POST, so that no name stands in an address.
  'people.find': {read: desk, change: desk, rows: 'own and shared'},
  'people.add': {read: desk, change: desk, rows: 'own organisation'},
  'people.open': {read: desk, change: desk, rows: 'own and shared'},
  'people.view': {read: desk, change: 'nobody', rows: 'own and shared'},
  'people.change': {read: desk, change: desk, rows: 'own and shared'},
  'people.consent': {read: desk, change: desk, rows: 'own and shared'},
  'people.merge': {read: desk, change: desk, rows: 'own and shared'},
  'people.emergency': {read: desk, change: desk, rows: 'whole partnership'},

  // Guides: whoever takes calls reads them, a lead changes them.
  'desk.guides': {read: desk, change: ['team_lead'], rows: 'whole partnership'},
  // A lead's page; and for whoever takes calls what a lead said about them.
  'desk.lead': {read: ['team_lead'], change: ['team_lead'], rows: 'own organisation'},
  // Figures: counts, and nobody in them.
  'desk.figures': {read: ['team_lead', 'analyst'], change: 'nobody', rows: 'own organisation'},
  // The link to a screen on the wall is made and ended by a lead. What is behind it are counts: whoever has the link reads
  // them, without an account, as the organisation that made it.
  'desk.wallboard': {read: ['team_lead'], change: ['team_lead'], rows: 'own organisation'},
  wallboard: {read: 'anyone', change: 'nobody', rows: 'own organisation'},
  'desk.reviews': {read: desk, change: 'nobody', rows: 'own organisation'},
  'desk.ring': {read: desk, change: desk, rows: 'own account'},
  // A private page: for whoever has its link and its code.
  'summary.private': {read: 'anyone', change: 'anyone', rows: 'own and shared'},
  'desk.summary': {read: desk, change: desk, rows: 'own and shared'},

  // Second level: what was handed on. Who may take something up is for its page to say, which of it is seen for the policies.
  'desk.live': {read: desk, change: 'nobody', rows: 'own and shared'},
  'desk.queues': {read: secondLevel, change: 'nobody', rows: 'own and shared'},
  'desk.handoffs': {read: secondLevel, change: secondLevel, rows: 'own and shared'},
  'desk.call-backs': {read: secondLevel, change: secondLevel, rows: 'own organisation'},
  'desk.safeguarding': {read: secondLevel, change: secondLevel, rows: 'own and shared'},
  'desk.settings': {read: ['team_lead'], change: ['team_lead'], rows: 'own organisation'},

  // The single point of access. What is typed in a call goes by POST, and so does what is looked up for it.
  'desk.home': {read: secondLevel, change: secondLevel, rows: 'own organisation'},
  'desk.call': {read: secondLevel, change: secondLevel, rows: 'own organisation'},
  'desk.ended': {read: secondLevel, change: secondLevel, rows: 'own and shared'},

  // A worry about somebody's safety: whoever works here may raise one, from every page.
  concern: {read: 'staff', change: 'staff', rows: 'own organisation'},

  // Walking with people: for those who walk, and those who lead them.
  caseload: {read: walking, change: walking, rows: 'own and shared'},
  'caseload.inbox': {read: walking, change: walking, rows: 'own organisation'},
  'caseload.lead': {read: ['team_lead'], change: ['team_lead'], rows: 'own organisation'},
  // Did it help, and the plan, in a case; and what somebody reaches by a private link of their own.
  'cases.measures': {read: ['link_worker', 'team_lead'], change: ['link_worker', 'team_lead'], rows: 'own and shared'},
  'cases.plan': {read: ['link_worker', 'team_lead'], change: ['link_worker', 'team_lead'], rows: 'own and shared'},
  // Passing on to a service. Its provider answers by a private link, behind `answer`.
  'cases.onward': {read: walking, change: walking, rows: 'own and shared'},
  // Whom a team knows at organisations.
  'caseload.contacts': {read: walking, change: walking, rows: 'own organisation'},
  // Letters and files that leave the house, with the person's consent.
  'cases.letters': {read: walking, change: walking, rows: 'own and shared'},
  'cases.figures': {read: ['team_lead', 'analyst'], change: 'nobody', rows: 'own organisation'},
  // Meetings of several professionals: whoever is asked to one sees it, of whatever organisation; the policies say who is.
  mdt: {read: desk, change: desk, rows: 'own and shared'},
  answer: {read: 'anyone', change: 'anyone', rows: 'public'},

  // Who looked at what, and why.
  'records.review': {read: ['records_officer'], change: ['records_officer'], rows: 'own and shared'},

  // Accounts. An administrator of the host reaches the whole partnership, any other their own organisation.
  'admin.staff': {read: ['administrator'], change: ['administrator'], rows: 'own organisation'},
  'admin.teams': {read: ['administrator'], change: ['administrator'], rows: 'own organisation'},
  'admin.partners': {read: ['administrator'], change: ['administrator'], rows: 'own organisation'},

  // The demonstration's own post box. The page itself is missing where this is no demonstration.
  outbox: {read: 'anyone', change: 'nobody', rows: 'public'},
} as const satisfies Record<string, Door>;

export type DoorName = keyof typeof doors;

export const isDoorName = (name: unknown): name is DoorName => typeof name === 'string' && Object.hasOwn(doors, name);

/** `sign-in`: nobody is signed in and somebody must be. `no`: whoever it is, this is not for them. */
type Verdict = 'yes' | 'sign-in' | 'no';

/** Whether `viewer` may pass `door` with an HTTP method. What is not in the table is refused. */
export function mayPass(door: DoorName, method: string, viewer: Pick<Viewer, 'roles'> | null): Verdict {
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead && method !== 'POST') return 'no';
  const who: Who = doors[door][isRead ? 'read' : 'change'];
  if (who === 'anyone') return 'yes';
  if (who === 'nobody') return 'no';
  if (!viewer) return 'sign-in';
  if (who === 'staff') return 'yes';
  return viewer.roles.some((role) => who.includes(role)) ? 'yes' : 'no';
}
