import {Table} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import type {ActView} from './act-view.ts';

export type Column = 'when' | 'who' | 'what' | 'person' | 'why' | 'where';

const COLUMNS: Record<Column, {heading: string; cell: (act: ActView) => ReactNode}> = {
  when: {heading: 'When', cell: ({day, time}) => `${day}, ${time}`},
  who: {heading: 'Who', cell: ({who}) => <Who who={who} />},
  what: {
    heading: 'What',
    cell: ({what, more}) => (
      <>
        {what}
        {more && <span className="act-more">{more}</span>}
      </>
    ),
  },
  person: {heading: 'Person', cell: ({person}) => <Person person={person} />},
  why: {heading: 'Why', cell: ({why}) => why},
  where: {heading: 'Where from', cell: ({address}) => address || 'Not known'},
};

interface ActsTableProps {
  acts: ActView[];
  caption: string;
  /** A column that would say the same in every row is left out. */
  columns: readonly Column[];
}

/** Acts of the audit, the latest first. On a narrow screen each row becomes a block of its own. */
export function ActsTable({acts, caption, columns}: ActsTableProps) {
  // The table counts its cells to know which heading is whose, so no cell may be there only sometimes.
  return (
    <Table responsive caption={caption} captionProps={{className: 'nhsuk-u-visually-hidden'}}>
      <Table.Head>
        <Table.Row>
          {columns.map((column) => (
            <Table.Cell key={column}>{COLUMNS[column].heading}</Table.Cell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {acts.map((act) => (
          <Table.Row key={act.seq}>
            {columns.map((column) => (
              <Table.Cell key={column}>
                <span className={`act-${column}`}>{COLUMNS[column].cell(act)}</span>
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function Who({who}: Pick<ActView, 'who'>) {
  if (!who) return 'Nobody signed in';
  return (
    <>
      <a href={`/records/staff/${who.id}`}>{who.name}</a>, {who.partnerName}
    </>
  );
}

function Person({person}: Pick<ActView, 'person'>) {
  if (person) return <a href={`/records/people/${person.id}`}>{person.reference}</a>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="nhsuk-u-visually-hidden">No one person</span>
    </>
  );
}
