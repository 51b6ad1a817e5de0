import type {LoaderFunctionArgs} from '@remix-run/node';
import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
} from '@remix-run/react';
import {PersonFlags} from '../../components/people/person-flags.tsx';
import {RaiseConcern, RaiseConcernQuietly} from '../../components/caseload/raise-concern.tsx';
import {StaffFrame} from '../../components/staff/staff-frame.tsx';
import {mayPass, type DoorName} from '../../domain/access/doors.ts';
import type {AlertsAndNeeds} from '../../domain/people/alerts-and-needs.server.ts';
import {pageTitle} from '../../http/page-meta.ts';
import styles from '../../styles/staff.scss?url';

/** The frame itself is open: each page in it has a door of its own. */
export const handle = {door: 'sign-in'};

export const links = () => [{rel: 'stylesheet', href: styles}];

const PLACES: {href: string; words: string; door: DoorName}[] = [
  {href: '/desk', words: 'Desk', door: 'desk.home'},
  {href: '/desk/queues', words: 'Second level', door: 'desk.queues'},
  {href: '/desk/figures', words: 'Figures', door: 'desk.figures'},
  {href: '/caseload', words: 'Caseload', door: 'caseload'},
  {href: '/mdt', words: 'Meetings', door: 'mdt'},
  {href: '/people', words: 'People', door: 'people.find'},
  {href: '/records', words: 'Record checks', door: 'records.review'},
  {href: '/admin', words: 'Administration', door: 'admin.staff'},
  {href: '/search', words: 'Directory', door: 'directory'},
];

/**
 * What a page of work about one person gives with its data, read and written down together with it. The pages that are looked
 * at together with the person, and sometimes with others of the home (a plan, questions that are asked), give none: there an
 * alert would be read by those it is about.
 */
interface AboutSomebody {
  mustKnow?: AlertsAndNeeds | null;
}

/** A call that is being taken raises a concern by how it ends, and what is typed there stays; the others are where it is raised. */
const HAS_OWN_WAY = /^\/desk\/calls\/[\w-]{36}$|\/safeguarding$|^\/concern$/;

export function loader({context}: LoaderFunctionArgs) {
  const {viewer, config} = context;
  return {
    who: viewer && {name: viewer.name, partnerName: viewer.partnerName},
    links: PLACES.filter(({door}) => mayPass(door, 'GET', viewer) === 'yes').map(({href, words}) => ({href, words})),
    isDemonstration: config.isDemonstration,
    keysAreOn: viewer?.keysAreOn ?? false,
    phoneOf: viewer?.hasPhone && mayPass('desk.ring', 'GET', viewer) === 'yes' ? viewer.staffId : null,
  };
}

export default function StaffSide() {
  const frame = useLoaderData<typeof loader>();
  // A screen on the wall has nobody in front of it, and no use for a frame.
  const matches = useMatches();
  const says = matches.map(({handle}) => (handle ?? {}) as {isBare?: boolean; isTurnedToThem?: boolean});
  const isBare = says.some((one) => one.isBare);
  // A screen that is turned to somebody says nothing of worries about them where they would read it.
  const isTurnedToThem = says.some((one) => one.isTurnedToThem);
  const {pathname} = useLocation();
  const [work = null] = /^\/caseload\/(cases|inbox)\/[\w-]{36}/.exec(pathname) ?? [];
  if (isBare) return <Outlet />;
  const {mustKnow} = (matches.at(-1)?.data ?? {}) as AboutSomebody;
  return (
    <StaffFrame {...frame}>
      {frame.who && !isTurnedToThem && !HAS_OWN_WAY.test(pathname) && <RaiseConcern of={work} />}
      {mustKnow && <PersonFlags className="person-flags" {...mustKnow} />}
      <Outlet />
      {work && isTurnedToThem && <RaiseConcernQuietly of={work} />}
    </StaffFrame>
  );
}

const NO_FRAME = {who: null, links: [], isDemonstration: false, keysAreOn: false, phoneOf: null};

/** What is said where a page is not shown, by the status of the answer. */
const PROBLEMS: Record<number, {title: string; says: string}> = {
  403: {
    title: 'This page is not part of your work here',
    says: 'Your account does not open it. If it should, ask an administrator of your organisation.',
  },
  404: {
    title: 'This page cannot be shown',
    says: 'It may have been moved or closed, or it belongs to another organisation that has not shared it with yours.',
  },
  429: {
    title: 'That was too much at once',
    says:
      'This account has asked for very many pages, or sent very many forms, in the last minute. What you typed is kept: ' +
      'wait a minute, then open the page again.',
  },
};
const BROKEN = {
  title: 'Sorry, something went wrong',
  says: 'What was saved is safe. Go back and try again in a moment.',
};
const problemOf = (error: unknown) => (isRouteErrorResponse(error) && PROBLEMS[error.status]) || BROKEN;

/** Each page gives its own title; this is for when there is no page to give one. */
export const meta: MetaFunction = ({error}) => pageTitle(error ? problemOf(error).title : '');

/** Something on a page of the staff side went wrong, or is not for this person. */
export function ErrorBoundary() {
  const {title, says} = problemOf(useRouteError());
  const frame = useRouteLoaderData<typeof loader>('routes/staff-side/route');
  return (
    <StaffFrame {...(frame ?? NO_FRAME)}>
      <div className="reading">
        <h1>{title}</h1>
        <p>{says}</p>
        <p>
          <a href="/staff">Go to your start page</a>
        </p>
      </div>
    </StaffFrame>
  );
}
