import {Table, Tag} from 'nhsuk-react-components';
import {ClockMark, type ClockView} from './clock-mark.tsx';

interface ItemRow {
  id: string;
  reference: string;
  from: string;
  priority: string;
  need: string;
  arrived: string;
  clock: ClockView;
  claimedBy: string | null;
  isMine: boolean;
  isRestricted: boolean;
}

/** The items of a queue, what is due first first. No story: that is read in the item. */
export function QueueList({items, caption}: {items: ItemRow[]; caption: string}) {
  return (
    <Table responsive caption={caption} captionProps={{className: 'nhsuk-u-visually-hidden'}} className="queue-list">
      <Table.Head>
        <Table.Row>
          <Table.Cell>Clock</Table.Cell>
          <Table.Cell>Priority</Table.Cell>
          <Table.Cell>Call</Table.Cell>
          <Table.Cell>Need</Table.Cell>
          <Table.Cell>Who has it</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {items.map((item) => (
          <Table.Row key={item.id} className={`queue-row queue-row--${item.clock.state}`}>
            <Table.Cell>
              <ClockMark clock={item.clock} />
            </Table.Cell>
            <Table.Cell>{item.priority}</Table.Cell>
            <Table.Cell>
              <span>
                <a className="queue-row__call" href={`/desk/handoffs/${item.id}`}>
                  {item.reference}
                </a>
                <span className="queue-row__from">
                  from {item.from}, {item.arrived}
                </span>
                {item.isRestricted && <Tag modifier="purple">Restricted</Tag>}
              </span>
            </Table.Cell>
            <Table.Cell>{item.need}</Table.Cell>
            <Table.Cell>{item.isMine ? <strong>You</strong> : (item.claimedBy ?? 'Nobody yet')}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

interface AskRow {
  handoffId: string;
  reference: string;
  isJoint: boolean;
  askedBy: string;
  asked: string;
}

/** Where other disciplines wait for this one. */
export function AskList({asks}: {asks: AskRow[]}) {
  if (asks.length === 0) return null;
  return (
    <section className="ask-list" aria-labelledby="asks">
      <h2 id="asks">You are asked</h2>
      <ul role="list">
        {asks.map((ask) => (
          <li key={`${ask.handoffId} ${ask.asked}`} className={ask.isJoint ? 'ask-list__joint' : ''}>
            {ask.isJoint && <Tag modifier="red">MDT now</Tag>}{' '}
            <a href={`/desk/handoffs/${ask.handoffId}`}>Call {ask.reference}</a>, by {ask.askedBy}, {ask.asked}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For those of other disciplines: how much there is, and how they could come by it. */
export function ForOthers({count, name}: {count: number; name: string}) {
  return (
    <p>
      <strong>{count === 1 ? '1 is in this queue.' : `${count} are in this queue.`}</strong> {name} takes them up. You
      see here what you were asked about or given; a team lead can give you more.
    </p>
  );
}
