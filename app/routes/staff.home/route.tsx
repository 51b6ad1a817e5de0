import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Tasks} from '../../components/staff/tasks.tsx';
import {mayPass, type DoorName} from '../../domain/access/doors.ts';
import {noteStartSeen} from '../../domain/access/own-account.server.ts';
import {roles} from '../../domain/access/roles.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';

export const handle = {door: 'staff-home'};

const TASKS: {href: string; title: string; says: string; door: DoorName}[] = [
  {href: '/desk', title: 'Your desk', says: 'Take a call, and go on with those you have begun.', door: 'desk.home'},
  {
    href: '/desk/queues',
    title: 'Second level',
    says: 'Take up what was handed on, and see what waits.',
    door: 'desk.queues',
  },
  {href: '/desk/call-backs', title: 'Call-backs', says: 'Ring back those who wait for it.', door: 'desk.call-backs'},
  {
    href: '/desk/safeguarding',
    title: 'Safeguarding concerns',
    says: 'Look at concerns, or see what came of one you raised.',
    door: 'desk.safeguarding',
  },
  {
    href: '/desk/lead',
    title: 'The desk today',
    says: 'See who is on and what waits, share out work, and review calls.',
    door: 'desk.lead',
  },
  {
    href: '/desk/figures',
    title: 'Figures',
    says: 'What is resolved at first contact, when people ring, and what is missing.',
    door: 'desk.figures',
  },
  {href: '/caseload', title: 'Your day', says: 'Whom to ring, visit and look in on.', door: 'caseload'},
  {
    href: '/caseload/inbox',
    title: 'Referrals',
    says: 'See who has asked for a link worker, and decide.',
    door: 'caseload.inbox',
  },
  {href: '/caseload/lead', title: 'The team', says: 'Who walks with how many, and who waits.', door: 'caseload.lead'},
  {
    href: '/caseload/figures',
    title: 'Did it help?',
    says: 'How people’s answers changed between the start and the end.',
    door: 'cases.figures',
  },
  {href: '/desk/guides', title: 'Guides', says: 'The questions that help you to ask.', door: 'desk.guides'},
  {
    href: '/desk/reviews',
    title: 'Reviews of your calls',
    says: 'Read what a lead thought of how you took a call.',
    door: 'desk.reviews',
  },
  {
    href: '/mdt',
    title: 'Meetings',
    says: 'Meetings you are asked to, and what you said you would do.',
    door: 'mdt',
  },
  {href: '/people', title: 'Find a person', says: 'Look someone up, or write down someone new.', door: 'people.find'},
  {
    href: '/records/emergency',
    title: 'Review emergency access',
    says: 'See who opened a record in an emergency, and whether it was right.',
    door: 'records.review',
  },
  {
    href: '/records',
    title: 'Check who has looked',
    says: 'See who has looked at a person’s record and why, or what a member of staff has looked at.',
    door: 'records.review',
  },
  {
    href: '/admin/staff',
    title: 'Look after accounts',
    says: 'Invite people, and choose what they may do.',
    door: 'admin.staff',
  },
  {href: '/search', title: 'Search the directory', says: 'Find groups and services for someone.', door: 'directory'},
  {
    href: '/account',
    title: 'Your account',
    says: 'Your password, your code app and where you are signed in.',
    door: 'own-account',
  },
];

export async function loader({context}: LoaderFunctionArgs) {
  const viewer = staffOf(context);
  await noteStartSeen(context, viewer);
  return {
    title: 'Your work',
    name: viewer.name,
    partnerName: viewer.partnerName,
    roles: viewer.roles.map((role) => roles[role]),
    tasks: TASKS.filter(({door}) => mayPass(door, 'GET', viewer) === 'yes').map(({href, title, says}) => ({
      href,
      title,
      says,
    })),
  };
}

export const meta = pageMeta;

/** Where someone lands after signing in. */
export default function StaffHome() {
  const {name, partnerName, roles: mine, tasks} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner">
      <h1>Hello, {name}</h1>
      <p className="reading__lede">
        {partnerName}.{' '}
        {mine.length > 0 ? `You are signed in as ${listed(mine.map((role) => role.name.toLowerCase()))}.` : ''}
      </p>
      <Tasks tasks={tasks} />
    </div>
  );
}

const listed = (words: string[]) => new Intl.ListFormat('en-GB').format(words);
