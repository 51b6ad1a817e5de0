import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink, Button, TextInput} from 'nhsuk-react-components';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {KnownPeople} from '../../components/onward/known-people.tsx';
import {DoneBanner} from '../../components/staff/done-banner.tsx';
import {listContacts} from '../../domain/onward/known-contacts.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {pageOf, saidIn} from '../admin.home/admin-request.server.ts';
import {asker} from '../people.record/people-request.server.ts';
import {toKnownPerson} from './contact-views.server.ts';

export const handle = {door: 'caseload.contacts'};

const DONE = {kept: 'It is saved. Your team sees it, and nobody else.', removed: 'They are off the list.'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const at = (new URL(request.url).searchParams.get('at') ?? '').trim().slice(0, 100);
  const {contacts, count, page, pages} = await listContacts(context.sql, asker(context), at, pageOf(request));
  return {
    title: 'Contacts at organisations',
    isIndexed: false,
    ...{at, count, page, pages},
    people: contacts.map(toKnownPerson),
    done: saidIn(request, 'done', DONE),
  };
}

export const meta = pageMeta;

/** Named people at organisations whom the team knows. */
export default function Contacts() {
  const {at, count, page, pages, people, done} = useLoaderData<typeof loader>();
  return (
    <div className="reading caseload">
      <BackLink href="/caseload/all">Caseload</BackLink>
      <DoneBanner words={done} />
      <h1>Contacts at organisations</h1>
      <p>Whom you know there, and how best to approach them. Your team sees this, and nobody else.</p>
      <p>
        <a href="/caseload/contacts/new" className="act">
          Write somebody down
        </a>
      </p>
      <form method="get" role="search">
        <TextInput
          id="at"
          name="at"
          label="Organisation"
          hint="Part of its name. No names of people, please."
          defaultValue={at}
          autoComplete="off"
        />
        <Button type="submit" secondary>
          Search
        </Button>
      </form>
      <p role="status">
        {count === 0
          ? at
            ? 'Nobody is written down there. Try a shorter part of the name.'
            : 'Nobody is written down yet.'
          : `${count} ${count === 1 ? 'contact' : 'contacts'}`}
      </p>
      <KnownPeople people={people} level="h2" />
      <PageLinks
        page={page}
        pages={pages}
        href={(to) => `/caseload/contacts?${new URLSearchParams({...(at ? {at} : {}), page: String(to)}).toString()}`}
      />
    </div>
  );
}
