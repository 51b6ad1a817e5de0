import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Tasks} from '../../components/staff/tasks.tsx';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';

export const handle = {door: 'admin.staff'};

const PLACES = [
  {
    href: '/admin/staff',
    title: 'People who work here',
    says: 'Invite people, choose what they may do, close accounts.',
  },
  {href: '/admin/teams', title: 'Teams', says: 'People who share work, such as a desk or a primary care network.'},
  {
    href: '/admin/partners',
    title: 'Organisations',
    says: 'Who is part of the partnership and has staff here.',
    isForHost: true,
  },
  {
    href: '/outbox',
    title: 'Outbox',
    says: 'The messages that a real site would have sent.',
    isForDemonstration: true,
  },
];

export function loader({context}: LoaderFunctionArgs) {
  const {isHost, partnerName} = staffOf(context);
  const hasOutbox = context.config.isDemonstration && context.config.post.by === 'outbox';
  return {
    title: 'Administration',
    partnerName,
    isHost,
    places: PLACES.filter((place) => (isHost || !place.isForHost) && (hasOutbox || !place.isForDemonstration)),
  };
}

export const meta = pageMeta;

export default function AdminHome() {
  const {places, isHost, partnerName} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner admin">
      <h1>Administration</h1>
      <p className="reading__lede">
        {isHost
          ? 'You look after the accounts of the whole partnership.'
          : `You look after the accounts of ${partnerName}.`}
      </p>
      <Tasks tasks={places} />
    </div>
  );
}
