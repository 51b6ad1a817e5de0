import {Table} from 'nhsuk-react-components';

export interface TwoVersions {
  what: string;
  /** What stands there now. */
  now: string;
  /** What was just typed, and is still in the form. */
  yours: string;
}

/** Shown to the slower of two who changed the same thing: both versions, where they differ. */
export function ChangedMeanwhile({versions}: {versions: TwoVersions[] | null}) {
  if (!versions) return null;
  const differing = versions.filter(({now, yours}) => now !== yours);
  return (
    <div className="changed-meanwhile" role="alert">
      <h2>This was changed while you were typing</h2>
      <p>
        By somebody else, or by you in another window. Nothing of yours is lost: it is still in the form below. If you
        save it now, it takes the place of what stands there.
      </p>
      {differing.length > 0 && (
        <Table responsive caption="Both versions" captionProps={{className: 'nhsuk-u-visually-hidden'}}>
          <Table.Head>
            <Table.Row>
              <Table.Cell>What</Table.Cell>
              <Table.Cell>Stands there now</Table.Cell>
              <Table.Cell>Yours</Table.Cell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {differing.map(({what, now, yours}) => (
              <Table.Row key={what}>
                <Table.Cell>{what}</Table.Cell>
                <Table.Cell>{now || 'None'}</Table.Cell>
                <Table.Cell>{yours || 'None'}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </div>
  );
}
