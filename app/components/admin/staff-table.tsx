import {Table} from 'nhsuk-react-components';
import type {StaffSummary} from '../../domain/administration/staff.ts';
import {roles} from '../../domain/access/roles.ts';
import {StateTag} from './state-tag.tsx';

/** Accounts, one a row. The organisation is left out where there is one only. */
export function StaffTable({staff, showsPartner}: {staff: StaffSummary[]; showsPartner: boolean}) {
  return (
    <Table
      responsive
      className="short-rows"
      caption="Accounts by name"
      captionProps={{className: 'nhsuk-u-visually-hidden'}}
    >
      <Table.Head>
        <Table.Row>
          <Table.Cell>Name</Table.Cell>
          <Table.Cell>What they do</Table.Cell>
          {showsPartner && <Table.Cell>Organisation</Table.Cell>}
          <Table.Cell>Account</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {staff.map(({id, name, email, partnerName, roles: theirs, state}) => (
          <Table.Row key={id}>
            <Table.Cell>
              <span>
                <a href={`/admin/staff/${id}`}>{name}</a>
                <span className="staff-table__email">{email}</span>
              </span>
            </Table.Cell>
            <Table.Cell>{theirs.map((role) => roles[role].name).join(', ') || 'Nothing yet'}</Table.Cell>
            {showsPartner && <Table.Cell>{partnerName}</Table.Cell>}
            <Table.Cell>
              <StateTag state={state} />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
