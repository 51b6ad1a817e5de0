import {Table, Tag} from 'nhsuk-react-components';

export interface ConsentView {
  id: string;
  about: string;
  decision: string;
  isGiven: boolean;
  /** When, by whom and how. */
  decided: string;
  recorded: string;
  note: string | null;
}

/** What counts now, or everything that was ever written down. */
export function ConsentTable({caption, consents}: {caption: string; consents: ConsentView[]}) {
  if (consents.length === 0) return <p>Nothing has been written down yet.</p>;
  return (
    <Table responsive caption={caption} captionProps={{size: 'm'}}>
      <Table.Head>
        <Table.Row>
          <Table.Cell>About</Table.Cell>
          <Table.Cell>Decision</Table.Cell>
          <Table.Cell>By whom</Table.Cell>
          <Table.Cell>Written down</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {consents.map(({id, about, decision, isGiven, decided, recorded, note}) => (
          <Table.Row key={id}>
            <Table.Cell>{about}</Table.Cell>
            <Table.Cell>
              <Tag modifier={isGiven ? 'green' : 'red'}>{decision}</Tag>
            </Table.Cell>
            <Table.Cell>
              {decided}
              {note && <span className="act-more">{note}</span>}
            </Table.Cell>
            <Table.Cell>{recorded}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
