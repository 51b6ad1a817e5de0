import {BackLink} from 'nhsuk-react-components';
import {PrintButton} from '../listing/print-button.tsx';
import type {ItemView, MeetingHeadView} from './mdt-view.ts';
import {MeetingHead} from './meeting-page.tsx';
import {SECRET, SummarySheet, type SheetView} from './summary-sheet.tsx';

interface MinutesProps {
  meeting: MeetingHeadView;
  closed: string | null;
  present: string[];
  apologies: string[];
  notes: string | null;
  items: (ItemView & {sheet: SheetView})[];
  /** With the page about each person, to take along. */
  withPages: boolean;
}

/** What was decided, for paper: only those who were asked to the meeting may have it. */
export function MinutesSheet({meeting, closed, present, apologies, notes, items, withPages}: MinutesProps) {
  const names = (all: string[]) => (all.length > 0 ? all.join('; ') : 'Nobody is noted yet');
  return (
    <div className="page__inner letter mdt">
      <div className="letter__ways">
        <BackLink href={`/mdt/meetings/${meeting.id}`}>The meeting</BackLink>
        <PrintButton
          label={withPages ? 'Print all pages' : 'Print the minutes'}
          without="Use the print key of your browser."
        />
        <a href={withPages ? '?' : '?pages=all'}>{withPages ? 'Minutes only' : 'With the page about each person'}</a>
      </div>
      <article className="letter__sheet mdt-minutes">
        <MeetingHead meeting={meeting} />
        <p className="mdt-secret">{SECRET}</p>
        <dl className="case-facts case-facts--long">
          <div>
            <dt>Came</dt>
            <dd>{names(present)}</dd>
          </div>
          {apologies.length > 0 && (
            <div>
              <dt>Sent apologies</dt>
              <dd>{apologies.join('; ')}</dd>
            </div>
          )}
        </dl>
        {items.map((item, place) => (
          <section
            key={item.id}
            className={withPages ? 'mdt-minutes__item mdt-minutes__item--page' : 'mdt-minutes__item'}
          >
            <h2>
              {place + 1}. {item.name} <span className="mdt-minutes__known">{item.isNew ? 'new' : 'known'}</span>
            </h2>
            {withPages ? (
              <SummarySheet sheet={item.sheet} level="h3" />
            ) : (
              <p className="mdt-minutes__asks">{item.asks}</p>
            )}
            <p className="keeps-lines">
              <strong>Decided:</strong> {item.decision ?? 'nothing yet'}
              {item.decision && item.comesAgain && ' (spoken of again next time)'}
            </p>
            {item.actions.length > 0 && (
              <ul>
                {item.actions.map(({id, what, owner, day, done}) => (
                  <li key={id}>
                    <strong>{owner}</strong>: {what}, {done ?? `by ${day}`}
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
        {notes && (
          <section className="mdt-minutes__item mdt-minutes__item--notes">
            <h2>What else was said</h2>
            <p className="keeps-lines">{notes}</p>
          </section>
        )}
        <p className="letter__foot">{closed ?? 'The minutes are not closed yet.'}</p>
      </article>
    </div>
  );
}
