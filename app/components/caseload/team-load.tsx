import {Table} from 'nhsuk-react-components';
import type {WorkerLoad} from '../../domain/caseload/lead-view.server.ts';

interface LoadView extends Omit<WorkerLoad, 'contactsPerCase'> {
  contactsPerCase: string;
}

/** People a link worker walks with in a year, in the NHS England model. */
export const A_YEAR = {from: 200, to: 250} as const;

/** So many stand there at once. A few more than these are shown with them: nothing is folded away for two names. */
const FIRST = 10;
const ALL_THE_SAME = 13;

/** Every worker with what they carry, beside what is usual in a year: as they come, the most pressing first. */
export function TeamLoad({workers}: {workers: LoadView[]}) {
  const shown = workers.length <= ALL_THE_SAME ? workers.length : FIRST;
  return (
    <>
      <LoadTable caption="Who walks with how many" workers={workers.slice(0, shown)} />
      {workers.length > shown && (
        <details className="team-rest">
          <summary>The other {workers.length - shown} link workers</summary>
          <LoadTable caption="Who walks with how many: the others" workers={workers.slice(shown)} />
        </details>
      )}
    </>
  );
}

function LoadTable({caption, workers}: {caption: string; workers: LoadView[]}) {
  return (
    <Table
      responsive
      firstCellIsHeader
      className="short-rows short-rows--figures"
      caption={caption}
      captionProps={{className: 'nhsuk-u-visually-hidden'}}
    >
      <Table.Head role="rowgroup">
        <Table.Row>
          {[
            'Link worker',
            'Open',
            'Overdue',
            'Not reached yet',
            'New in 12 months',
            'Contacts for each closed case',
          ].map((name) => (
            <Table.Cell key={name}>{name}</Table.Cell>
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {workers.map((worker) => (
          <Table.Row key={worker.id}>
            <Table.Cell>
              <a href={`/caseload/lead/workers/${worker.id}`}>{worker.name}</a>
            </Table.Cell>
            <Table.Cell>
              <a href={`/caseload/all?show=open&order=next&whose=${worker.id}`}>
                {worker.open}
                <span className="nhsuk-u-visually-hidden"> open cases of {worker.name}</span>
              </a>
            </Table.Cell>
            <Table.Cell className={worker.overdue > 0 ? undefined : 'short-rows__nothing'}>
              {worker.overdue > 0 ? <strong className="due due--late">{worker.overdue}</strong> : 0}
            </Table.Cell>
            <Table.Cell className={worker.notReached > 0 ? undefined : 'short-rows__nothing'}>
              {worker.notReached}
            </Table.Cell>
            <Table.Cell>
              <span className="load">
                {worker.newThisYear}
                {/* Drawn, as the content policy lets no style stand in an element. */}
                <svg className="load__bar" viewBox="0 0 96 8" width="96" height="8" aria-hidden="true">
                  <rect className="load__usual" width="96" height="8" rx="4" />
                  <rect width={Math.min(96, (worker.newThisYear / A_YEAR.to) * 96)} height="8" rx="4" />
                </svg>
              </span>
            </Table.Cell>
            <Table.Cell>{worker.contactsPerCase}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
