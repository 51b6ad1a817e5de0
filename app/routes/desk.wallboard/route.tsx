import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import styles from '../../components/wallboard/wallboard.scss?url';
import {LinkMade, LinksTable, MakeLinkForm} from '../../components/wallboard/wallboard-links.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {
  endWallboardLink,
  listWallboardLinks,
  makeWallboardLink,
  MOST_LINKS,
} from '../../domain/wallboard/wallboard-links.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.wallboard'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {ended: 'The link is ended. The screen that used it says so within ten seconds.'};
const REFUSED = `There are ${MOST_LINKS} open links already. End those that no screen uses any more.`;

export async function loader({request, context}: LoaderFunctionArgs) {
  const open = await listWallboardLinks(context.sql, asker(context));
  const held = await typedBefore(context, request);
  return {
    title: 'Wallboard',
    isIndexed: false,
    submission: newSubmission(),
    links: open.map(({id, name, madeAt, seenAt, endedAt}) => ({
      id,
      name,
      made: momentInWords(madeAt),
      seen: seenAt ? momentInWords(seenAt) : 'Never',
      ended: endedAt && momentInWords(endedAt),
    })),
    held: held?.has('name') ? String(held.get('name')) : null,
    done: saidIn(request, 'done', DONE),
  };
}

export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const from = sender(context, form, 'desk.wallboard');
  if (form.get('act') === 'end') {
    await endWallboardLink(context.sql, from, idOf(String(form.get('id'))));
    return redirect('/desk/wallboard?done=ended', 303);
  }
  const name = String(form.get('name') ?? '').trim();
  const refuse = (problem: string, status: number) =>
    data({problem, name, address: null, submission: newSubmission()}, {status});
  if (name === '') return refuse('Write where the screen hangs', 422);
  if (name.length > 60) return refuse('Write at most 60 letters', 422);
  const made = await makeWallboardLink(context.sql, from, {name, siteSecret: context.siteSecret});
  if (!made.ok) return refuse(REFUSED, 409);
  // Not sent on to another page: the address stands in this one answer and nowhere else.
  const address = `${siteAddress(context.config, request)}/wallboard/${made.token}`;
  return data({problem: null, name, address, submission: newSubmission()});
}

export const meta = pageMeta;

/** Where a lead makes and ends the links of the screens on the wall. */
export default function WallboardLinks() {
  const {submission, links, held, done} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page__inner">
      <BackLink href="/desk/lead">The desk today</BackLink>
      <FormProblems problems={answer?.problem ? {name: answer.problem} : undefined} />
      {!answer && <DoneBanner words={done} />}
      {!answer && held !== null && <HeldNotice />}
      <h1>Wallboard</h1>
      <p className="reading__lede">
        A screen that the whole room can read: calls today, what is resolved, what waits and what is late. It needs no
        sign-in, only its link. It shows counts and nobody.
      </p>
      {answer?.address && <LinkMade name={answer.name} address={answer.address} />}
      <MakeLinkForm
        submission={answer?.submission ?? submission}
        typed={answer?.problem ? answer.name : (held ?? '')}
        problem={answer?.problem ?? null}
      />
      <LinksTable links={links} />
    </div>
  );
}
