import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {BackLink, Table} from 'nhsuk-react-components';
import {z} from 'zod';
import {roles} from '../../domain/access/roles.ts';
import {listStaffToReview} from '../../domain/records/list-staff.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {contextOf} from '../../http/staff.server.ts';

export const handle = {door: 'records.review'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const after = z.uuid().safeParse(new URL(request.url).searchParams.get('after')).data ?? null;
  const {staff, next} = await listStaffToReview(context.sql, contextOf(context, 'records-review'), after);
  return {
    title: 'What a member of staff has looked at',
    isIndexed: false,
    staff: staff.map(({id, name, roles: theirs, isDisabled, lastAct}) => ({
      id,
      name,
      work: theirs.map((role) => roles[role].name).join(', ') || 'No role',
      isDisabled,
      lastAct: lastAct ? momentInWords(lastAct) : 'Nothing yet',
    })),
    next: next ? `/records/staff?after=${next}` : null,
    isFirst: after === null,
  };
}

export const meta = pageMeta;

/** Everyone of the records officer's own organisation. */
export default function RecordsStaff() {
  const {staff, next, isFirst} = useLoaderData<typeof loader>();
  return (
    <div className="page__inner records">
      <BackLink href="/records">Record checks</BackLink>
      <h1>What a member of staff has looked at</h1>
      <p className="reading__lede">Choose someone of your organisation.</p>
      <Table
        responsive
        className="short-rows"
        caption="Staff of your organisation by name"
        captionProps={{className: 'nhsuk-u-visually-hidden'}}
      >
        <Table.Head>
          <Table.Row>
            <Table.Cell>Name</Table.Cell>
            <Table.Cell>Work</Table.Cell>
            <Table.Cell>Last did something</Table.Cell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {staff.map(({id, name, work, isDisabled, lastAct}) => (
            <Table.Row key={id}>
              <Table.Cell>
                <a href={`/records/staff/${id}`}>{name}</a>
                {isDisabled ? ' (account closed)' : ''}
              </Table.Cell>
              <Table.Cell>{work}</Table.Cell>
              <Table.Cell>{lastAct}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <nav aria-label="More" className="acts-more">
        {!isFirst && <a href="/records/staff">Back to the first names</a>}
        {next && <a href={next}>More names</a>}
      </nav>
    </div>
  );
}
