import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Tag} from 'nhsuk-react-components';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {GuideAboutForm} from '../../components/guides/guide-editor.tsx';
import {dayInWords} from '../../components/guides/guide-words.ts';
import styles from '../../components/guides/guides.scss?url';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {mayPass} from '../../domain/access/doors.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {createGuide} from '../../domain/guides/change-guides.server.ts';
import {listGuides, listNewGuides} from '../../domain/guides/get-guides.server.ts';
import {typedFields, type Typed} from '../../domain/guides/guide-form.ts';
import {GUIDE_NOTICE} from '../../domain/guides/guide-schema.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf, typedBefore} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, sender} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.guides'};
export const links = () => [{rel: 'stylesheet', href: styles}];

const DONE = {dropped: 'The draft is thrown away, and the guide with it: it was never published.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const isLead = mayPass('desk.guides', 'POST', staffOf(context)) === 'yes';
  const [guides, drafts, held] = await Promise.all([
    listGuides(context.sql, asker(context)),
    isLead ? listNewGuides(context.sql, asker(context)) : [],
    typedBefore(context, request),
  ]);
  return {
    title: 'Guides',
    isLead,
    isNew: isLead && new URL(request.url).searchParams.get('part') === 'new',
    submission: newSubmission(),
    isHeld: held !== null,
    typed: held ? typedFields(held) : ({} as Typed),
    done: saidIn(request, 'done', DONE),
    drafts: drafts.map(({guide, editedBy, editedAt}) => ({
      key: guide.key,
      title: guide.title,
      facts: `Begun; last changed by ${editedBy ?? 'somebody'} on ${momentInWords(editedAt)}`,
    })),
    guides: guides.map(({guide, isOwn, number, publishedBy, publishedAt}) => ({
      key: guide.key,
      title: guide.title,
      when: guide.when,
      version: isOwn
        ? `Your version ${number}, published by ${publishedBy ?? 'somebody'} on ${momentInWords(publishedAt!)}`
        : `As it comes with Fingerpost, version ${number}`,
      reviewBy: dayInWords(guide.reviewBy),
      isOverdue: guide.reviewBy < today(),
    })),
  };
}

/** Begins a guide. Sent twice, it is one. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedFields(form);
  const created = await createGuide(context.sql, sender(context, form, 'desk.guides'), typed);
  if (created.ok) return redirect(`/desk/guides/${created.key}?done=save`, 303);
  return data({typed, problems: created.problems, submission: newSubmission()}, {status: 422});
}

export const meta = pageMeta;

/** Every guide that the desk uses. */
export default function Guides() {
  const {guides, drafts, isLead, isNew, done, ...shown} = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (isNew) {
    const problems = answer?.problems ?? {};
    const {typed, submission} = answer ?? shown;
    return (
      <div className="reading">
        <BackLink href="/desk/guides">Guides</BackLink>
        <FormProblems problems={problems} />
        <h1>A new guide</h1>
        {shown.isHeld && !answer && <HeldNotice />}
        <p className="reading__lede">It begins as a draft, which nobody uses until you publish it.</p>
        <GuideAboutForm typed={typed} problems={problems} submission={submission} state={null} />
      </div>
    );
  }
  return (
    <div className="reading guides-list">
      <DoneBanner words={done} />
      <h1>Guides</h1>
      <p className="reading__lede">{GUIDE_NOTICE}</p>
      <ul role="list">
        {guides.map(({key, title, when, version, reviewBy, isOverdue}) => (
          <li key={key} className="guides-list__one">
            <h2>
              <a href={`/desk/guides/${key}`}>{title}</a>
            </h2>
            <p>{when}</p>
            <p className="guides-list__facts">
              {version}. To be looked at again by {reviewBy}. {isOverdue && <Tag modifier="orange">Overdue</Tag>}
            </p>
          </li>
        ))}
      </ul>
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">Drafts of new guides</h2>
          <ul role="list">
            {drafts.map(({key, title, facts}) => (
              <li key={key} className="guides-list__one">
                <h3>
                  <a href={`/desk/guides/${key}`}>{title}</a>
                </h3>
                <p className="guides-list__facts">{facts}.</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isLead ? <a href="/desk/guides?part=new">Write a new guide</a> : <p>A team lead can change the guides.</p>}
    </div>
  );
}
