import {Table, Tag} from 'nhsuk-react-components';
import {GiveForm} from './give-form.tsx';
import type {LeadView} from './lead-view.ts';

interface LeadDayProps extends LeadView {
  /** What was chosen in a form of this page before the session ended. */
  kept: {id: string; to: string} | null;
}

/** Who is on, what waits, and what was left lying. */
export function LeadDay({here, queues, lying, callBacks, takers, kept}: LeadDayProps) {
  return (
    <>
      <section aria-labelledby="queues">
        <h2 id="queues">What waits at second level</h2>
        {queues.length === 0 ? (
          <p>Your organisation takes up nothing at second level.</p>
        ) : (
          <Table
            responsive
            firstCellIsHeader
            className="short-rows"
            caption="Queues"
            captionProps={{className: 'nhsuk-u-visually-hidden'}}
          >
            <Table.Head>
              <Table.Row>
                {['Queue', 'Waiting', 'Past their time', 'Longest wait', 'Taken up'].map((head) => (
                  <Table.Cell key={head}>{head}</Table.Cell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {queues.map(({key, name, waiting, claimed, overdue, longest}) => (
                <Table.Row key={key}>
                  <Table.Cell>{name}</Table.Cell>
                  <Table.Cell>{waiting}</Table.Cell>
                  <Table.Cell className={overdue > 0 ? undefined : 'short-rows__nothing'}>
                    {overdue > 0 ? <Tag modifier="red">{overdue} past their time</Tag> : 'None'}
                  </Table.Cell>
                  <Table.Cell className={waiting > 0 ? undefined : 'short-rows__nothing'}>{longest}</Table.Cell>
                  <Table.Cell>{claimed}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )}
      </section>

      <section aria-labelledby="here">
        <h2 id="here">Who is on</h2>
        <Table
          responsive
          firstCellIsHeader
          className="short-rows"
          caption="Signed in within the last half hour"
          captionProps={{size: 's'}}
        >
          <Table.Head>
            <Table.Row>
              {['Name', 'Last seen', 'Last call ended', 'Calls open'].map((head) => (
                <Table.Cell key={head}>{head}</Table.Cell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {here.map(({staffId, name, seen, lastCall, openDrafts}) => (
              <Table.Row key={staffId}>
                <Table.Cell>{name}</Table.Cell>
                <Table.Cell>{seen}</Table.Cell>
                <Table.Cell>{lastCall}</Table.Cell>
                <Table.Cell>{openDrafts}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </section>

      <section aria-labelledby="lying">
        <h2 id="lying">Calls left lying</h2>
        {lying.length === 0 ? (
          <p>None: every call that is open was worked on in the last half hour.</p>
        ) : (
          <ul role="list" className="lead-list">
            {lying.map(({id, reference, openedById, openedBy, began, untouched, submission}) => (
              <li key={id}>
                <p>
                  <a href={`/desk/calls/${id}`}>{reference}</a>, begun by {openedBy} on {began}. Untouched for{' '}
                  {untouched}.
                </p>
                <GiveForm
                  act="give-draft"
                  id={id}
                  was={openedById}
                  what={reference}
                  staffId={openedById}
                  {...{takers, submission, kept}}
                />
              </li>
            ))}
          </ul>
        )}
      </section>

      <section aria-labelledby="call-backs">
        <h2 id="call-backs">Call-backs promised</h2>
        {callBacks.length === 0 ? (
          <p>None is open.</p>
        ) : (
          <ul role="list" className="lead-list">
            {callBacks.map(({id, due, isOverdue, staffId, staffName, version, submission}) => (
              <li key={id}>
                <p>
                  {due} {isOverdue && <Tag modifier="red">Overdue</Tag>}
                  <br />
                  {staffName ? `By ${staffName}` : 'By anybody of the desk'}
                </p>
                <GiveForm
                  act="give-call-back"
                  id={id}
                  was={String(version)}
                  what={`the call-back of ${due}`}
                  {...{takers, submission, staffId, kept}}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
