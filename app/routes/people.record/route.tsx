import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink} from 'nhsuk-react-components';
import styles from '../../components/people/people.scss?url';
import {RecordBanner} from '../../components/people/record-banner.tsx';
import {RecordParts} from '../../components/people/record-parts.tsx';
import {aboutFields} from '../../domain/people/about-person.ts';
import {shownValue} from '../../domain/people/record-fields.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {idOf, openedRecord, viewOf} from './people-request.server.ts';

export const handle = {door: 'people.view'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const record = await openedRecord({context, request}, idOf(params.id));
  return {
    // Never the name: titles stay in histories and on shared screens.
    title: 'Record of a person',
    isIndexed: false,
    about: aboutFields.flatMap((field) => {
      const value = shownValue(field, record.person[field.name]);
      return value === null ? [] : [{label: field.label, value}];
    }),
    ...viewOf(record),
  };
}

export const meta = pageMeta;

/** All that is known of someone, for whoever has said why they need it. */
export default function PersonPage() {
  const {banner, about, sections, members, keeper, near} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner">
      <BackLink href="/people">Find a person</BackLink>
      <RecordBanner banner={banner} isPage />
      <div className="record-page">
        <div>
          <RecordParts id={banner.id} about={about} sections={sections} />
        </div>
        <aside className="record-aside" aria-label="About this record">
          <h2>Consent and sharing</h2>
          <p>Kept by {keeper}. These organisations can find this person:</p>
          <ul>
            {near.map((partner) => (
              <li key={partner}>{partner}</li>
            ))}
          </ul>
          <p>
            <a href={`/people/${banner.id}/consents`}>What they agreed to</a>
          </p>
          <h2>One person, two records?</h2>
          {members.map(({name, born, reference}) => (
            <p key={reference}>
              Joined with {reference}: {name}, {born}.
            </p>
          ))}
          <p>
            <a href={`/people/${banner.id}/merge`}>Join records or take them apart</a>
          </p>
        </aside>
      </div>
    </div>
  );
}
