import {CHANNELS} from '../../domain/calls/call-choices.ts';
import {PageLinks} from '../admin/page-links.tsx';
import {ReviewsWaiting} from '../lead/review-card.tsx';
import {KeyHint} from '../staff/key-hint.tsx';
import {Submission} from '../staff/submission.tsx';
import {useKeys} from '../staff/use-keys.ts';

export interface DraftRow {
  id: string;
  reference: string;
  channel: string;
  begun: string;
  caller: string;
  story: string;
  isOver: boolean;
}

export interface CallRow {
  id: string;
  reference: string;
  at: string;
  channel: string;
  caller: string;
  about: string;
  endings: string[];
  isResolved: boolean;
}

export interface CallBackRow {
  id: string;
  about: string;
  due: string;
  isLate: boolean;
}

/** A message that was agreed in a call and could not be delivered. */
export interface UndeliveredRow {
  href: string;
  reference: string;
  what: string;
}

interface Listed<Row> {
  rows: Row[];
  total: number;
  page: number;
}

interface DeskHomeProps {
  submission: string;
  problem: string | null;
  reviews: number;
  undelivered: UndeliveredRow[];
  /** Calls whose correction was begun and is not saved. */
  corrections: {callId: string; reference: string}[];
  /** Those due first: the rest has a page of its own. */
  callBacks: {rows: CallBackRow[]; total: number};
  drafts: Listed<DraftRow>;
  calls: Listed<CallRow>;
}

const ROWS_A_PAGE = 20;

/** A handler's own page: take a call, go on with those begun, and see what was done today. */
export function DeskHome(props: DeskHomeProps) {
  const {submission, problem, reviews, undelivered, corrections, callBacks, drafts, calls} = props;
  useKeys({n: {says: 'Take a new call', run: () => document.getElementById('newCall')?.click()}});
  return (
    <div className="page__inner desk">
      <h1>Your desk</h1>
      <ReviewsWaiting count={reviews} />
      {undelivered.length > 0 && (
        <section className="undelivered" aria-labelledby="undelivered">
          <h2 id="undelivered">Could not be delivered</h2>
          <ul role="list">
            {undelivered.map(({href, reference, what}) => (
              <li key={href}>
                The {what} of <a href={href}>call {reference}</a>: ring them, or send it in another way.
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" className="new-call" id="new-call">
        <Submission number={submission} />
        {problem && <p className="field__problem">{problem}</p>}
        <button
          type="submit"
          name="channel"
          value="phone"
          className="nhsuk-button new-call__first"
          id="newCall"
          aria-keyshortcuts="n"
        >
          New call <KeyHint name="n" />
        </button>
        <div className="new-call__others" role="group" aria-label="It came another way">
          {Object.entries(CHANNELS).map(
            ([key, words]) =>
              key !== 'phone' && (
                <button key={key} type="submit" name="channel" value={key} className="quiet-button">
                  {words}
                </button>
              ),
          )}
        </div>
      </form>
      <div className="desk__lists">
        <section aria-labelledby="drafts">
          <h2 id="drafts">Calls you are taking</h2>
          {drafts.rows.length === 0 && <p className="desk__none">None just now.</p>}
          <ul className="desk-list" role="list">
            {drafts.rows.map(({id, reference, channel, begun, caller, story, isOver}) => (
              <li key={id} className="desk-row">
                <h3 className="desk-row__title">
                  <a href={`/desk/calls/${id}`}>{caller || reference}</a>
                </h3>
                <p className="desk-row__facts">
                  {[channel, `begun ${begun}`, caller && reference, isOver && 'they have hung up']
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {story && <p className="desk-row__story">{story}</p>}
              </li>
            ))}
          </ul>
          <PageLinks
            page={drafts.page}
            pages={Math.ceil(drafts.total / ROWS_A_PAGE)}
            href={(page) => `/desk?drafts=${page}&calls=${calls.page}`}
          />
          {corrections.length > 0 && (
            <>
              <h3 className="desk__begun">Corrections that you have begun</h3>
              <ul>
                {corrections.map(({callId, reference}) => (
                  <li key={callId}>
                    <a href={`/desk/ended/${callId}/correct`}>Call {reference}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        <section aria-labelledby="call-backs">
          <h2 id="call-backs">Call-backs to make</h2>
          {callBacks.total === 0 && <p className="desk__none">None are promised.</p>}
          <ul className="desk-list" role="list">
            {callBacks.rows.map(({id, about, due, isLate}) => (
              <li key={id} className="desk-row">
                <p className="desk-row__story">{about}</p>
                <p className="desk-row__facts">{isLate ? <strong>{due}</strong> : due}</p>
              </li>
            ))}
          </ul>
          {callBacks.total > 0 && (
            <p className="desk__on">
              <a href="/desk/call-backs">
                {callBacks.total > callBacks.rows.length ? `All ${callBacks.total} call-backs` : 'Ring them back'}
              </a>
            </p>
          )}
        </section>
        <section className="desk__today" aria-labelledby="today">
          <h2 id="today">Your calls today</h2>
          {calls.rows.length === 0 && <p className="desk__none">None yet.</p>}
          <ul className="desk-list" role="list">
            {calls.rows.map(({id, reference, at, channel, caller, about, endings, isResolved}) => (
              <li key={id} className="desk-row">
                <h3 className="desk-row__title">
                  <a href={`/desk/ended/${id}`}>{about}</a>
                </h3>
                <p className="desk-row__facts">
                  {[at, channel, caller].join(' · ')} · <span className="reference">{reference}</span>
                </p>
                <p className="desk-row__facts">
                  {endings.join(', ')}
                  {isResolved && ' · resolved at first contact'}
                </p>
              </li>
            ))}
          </ul>
          <PageLinks
            page={calls.page}
            pages={Math.ceil(calls.total / ROWS_A_PAGE)}
            href={(page) => `/desk?drafts=${drafts.page}&calls=${page}`}
          />
        </section>
      </div>
    </div>
  );
}
