import {Table} from 'nhsuk-react-components';
import type {ActView} from './act-view.ts';

interface ActsTableProps {
  acts: ActView[];
  caption: string;
  /** The column that would say the same in every row is left out. */
  without?: 'who' | 'person';
}

/** Acts of the audit, the latest first. On a narrow screen each row becomes a block of its own. */
export function ActsTable({acts, caption, without}: ActsTableProps) {
  return (
    <Table responsive caption={caption} captionProps={{className: 'nhsuk-u-visually-hidden'}}>
      <Table.Head>
        <Table.Row>
          <Table.Cell>When</Table.Cell>
          {without !== 'who' && <Table.Cell>Who</Table.Cell>}
          <Table.Cell>What</Table.Cell>
          {without !== 'person' && <Table.Cell>Person</Table.Cell>}
          <Table.Cell>Why</Table.Cell>
          <Table.Cell>From</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {acts.map(({seq, day, time, what, more, why, who, person, address}) => (
          <Table.Row key={seq}>
            <Table.Cell>
              {day}, {time}
            </Table.Cell>
            {without !== 'who' && (
              <Table.Cell>
                {who ? (
                  <>
                    <a href={`/records/staff/${who.id}`}>{who.name}</a>, {who.partnerName}
                  </>
                ) : (
                  'Nobody signed in'
                )}
              </Table.Cell>
            )}
            <Table.Cell>
              {what}
              {more && <span className="act-more">{more}</span>}
            </Table.Cell>
            {without !== 'person' && (
              <Table.Cell>
                {person ? <a href={`/records/people/${person.id}`}>{person.reference}</a> : <NoOne />}
              </Table.Cell>
            )}
            <Table.Cell>{why}</Table.Cell>
            <Table.Cell>{address || 'Not known'}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

const NoOne = () => (
  <>
    <span aria-hidden="true">–</span>
    <span className="nhsuk-u-visually-hidden">No one person</span>
  </>
);
