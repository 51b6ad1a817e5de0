import {useState, type ReactNode} from 'react';
import type {BoardShare, WallboardView} from '../../domain/wallboard/wallboard-view.ts';
import {ClockShape} from '../second-level/clock-mark.tsx';
import {useWallboard} from './use-wallboard.ts';

const number = new Intl.NumberFormat('en-GB');

/** The day of a desk on a screen across the room: few words, large, and nothing by colour alone. */
export function Wallboard({first, isDemonstration}: {first: WallboardView; isDemonstration: boolean}) {
  const [isHeld, setIsHeld] = useState(false);
  const {board, isStale} = useWallboard(first, isHeld);
  const isOld = isStale || board.behindSince !== null;
  return (
    <main id="main" className={`wallboard ${isOld ? 'wallboard--old' : ''}`} tabIndex={-1}>
      {/* Without scripts the page fetches itself. A screen reader has the button below in place of this. */}
      <noscript>
        <meta httpEquiv="refresh" content="30" />
      </noscript>
      <header className="wallboard__head">
        <h1>{board.partnerName}</h1>
        <p className="wallboard__heard">
          {board.day}
          <strong>{board.time}</strong>
        </p>
      </header>
      {isOld && (
        <p className="wallboard__warning" role="status">
          <ClockShape state="breached" />
          {isStale
            ? `Not heard from the site since ${board.time}. These numbers are old.`
            : `Calls have not been counted since ${board.behindSince}. Their numbers are old.`}
        </p>
      )}
      <div className="wallboard__body">
        <section className="wallboard__day" aria-label="Today">
          <BigNumber label="Calls today">{number.format(board.calls)}</BigNumber>
          <BigNumber label="Resolved today, claimed">
            <Share share={board.claimed} />
          </BigNumber>
          <BigNumber label="Waiting">{number.format(board.waiting)}</BigNumber>
          <BigNumber label="Longest wait" isWords>
            {board.longest ?? 'None'}
          </BigNumber>
          <BigNumber label="Late" isLate={board.breached > 0}>
            <Late count={board.breached} />
          </BigNumber>
        </section>
        <section className="wallboard__domains" aria-labelledby="domains">
          <h2 id="domains">Resolved at first contact</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <span className="nhsuk-u-visually-hidden">Domain</span>
                </th>
                <th scope="col">Claimed today</th>
                <th scope="col">
                  Held 7 days<small>{board.heldDays}</small>
                </th>
                <th scope="col">
                  NE Lincs<small>2017</small>
                </th>
              </tr>
            </thead>
            <tbody>
              {board.domains.map(({name, claimed, sustained, beside}) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>
                    <Share share={claimed} />
                  </td>
                  <td>
                    <Share share={sustained} />
                  </td>
                  <td className="wallboard__beside">
                    <Share share={beside} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="wallboard__queues" aria-labelledby="queues">
          <h2 id="queues">Second level</h2>
          {board.queues.length === 0 && <p>This organisation takes up nothing at second level.</p>}
          <ul role="list">
            {board.queues.map(({name, waiting, breached, longest}) => (
              <li key={name} className={breached > 0 ? 'wallboard__queue--late' : ''}>
                <span className="wallboard__queue-name">{name}</span>
                <strong className="wallboard__queue-count">{number.format(waiting)}</strong>
                <span className="wallboard__queue-wait">
                  {longest && <span className="nhsuk-u-visually-hidden">longest wait </span>}
                  {longest ?? 'nothing waits'}
                </span>
                {breached > 0 && (
                  <span className="wallboard__queue-late">
                    <Late count={breached} /> late
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <footer className="wallboard__foot">
        <p>
          {isDemonstration && <strong>A demonstration: all made up. </strong>}
          “few”: {board.fewUpTo} calls or fewer on one side, so no share is shown. Restricted items are not counted.
        </p>
        <button className="wallboard__hold with-scripts" type="button" onClick={() => setIsHeld(!isHeld)}>
          {isHeld ? 'Go on' : 'Hold still'}
        </button>
      </footer>
    </main>
  );
}

function BigNumber({
  label,
  isLate = false,
  isWords = false,
  children,
}: {
  label: string;
  isLate?: boolean;
  isWords?: boolean;
  children: ReactNode;
}) {
  return (
    <p className={`wallboard__big ${isLate ? 'wallboard__big--late' : ''} ${isWords ? 'wallboard__big--words' : ''}`}>
      <span className="wallboard__label">{label}</span>
      <strong>{children}</strong>
    </p>
  );
}

/** A number with a triangle before it where there is anything to be late about. */
function Late({count}: {count: number}) {
  return (
    <>
      {count > 0 && <ClockShape state="breached" />}
      {number.format(count)}
    </>
  );
}

function Share({share}: {share: BoardShare}) {
  if (share === null) return '–';
  if (share === 'few') return <span className="wallboard__few">few</span>;
  return `${share} %`;
}
