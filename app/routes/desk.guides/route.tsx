import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Tag} from 'nhsuk-react-components';
import {dayInWords} from '../../components/guides/guide-words.ts';
import styles from '../../components/guides/guides.scss?url';
import {mayPass} from '../../domain/access/doors.ts';
import {listGuides} from '../../domain/guides/get-guides.server.ts';
import {GUIDE_NOTICE} from '../../domain/guides/guide-schema.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.guides'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({context}: LoaderFunctionArgs) {
  const guides = await listGuides(context.sql, asker(context));
  return {
    title: 'Guides',
    isLead: mayPass('desk.guides', 'POST', staffOf(context)) === 'yes',
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

export const meta = pageMeta;

/** Every guide that the desk uses. */
export default function Guides() {
  const {guides, isLead} = useLoaderData<typeof loader>();
  return (
    <div className="reading guides-list">
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
      {!isLead && <p>A team lead can change the guides.</p>}
    </div>
  );
}
