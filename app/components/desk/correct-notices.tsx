import {ConflictChoice} from '../drafts/conflict-choice.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';

/** How a correction stands that is being written. */
export interface CorrectionState {
  isHeld: boolean;
  /** It goes on from what was typed earlier. */
  isBegun: boolean;
  /** The call has been corrected since this was begun. */
  isChanged: boolean;
  /** Some of it was typed on another page, and stands here only now. */
  isElsewhere: boolean;
}

/** What is said once nothing typed is kept any more. */
export const overOf = (callId: string) => ({
  closed: (
    <>
      <strong>This correction was saved or thrown away on another page.</strong> Nothing typed here is kept any more.{' '}
      <a href={`/desk/ended/${callId}`}>See the call</a>
    </>
  ),
  gone: (
    <>
      <strong>This call is not open to you any more.</strong> <a href="/desk">Back to your desk</a>
    </>
  ),
});

/** What was kept from before, and what has happened since. */
export function CorrectNotices({callId, isHeld, isBegun, isChanged, isElsewhere}: {callId: string} & CorrectionState) {
  return (
    <>
      {isHeld && <HeldNotice />}
      {isBegun && !isHeld && !isElsewhere && (
        <div className="begun">
          <p>You had begun to correct this call. What you typed is here again, and not saved.</p>
          <button type="submit" name="act" value="throw-away" className="link-button">
            Throw it away and begin again
          </button>
        </div>
      )}
      {isElsewhere && (
        <div className="conflict" role="alert">
          <p className="conflict__title">
            You typed some of this on another page. It stands here now: look through it, then save.
          </p>
        </div>
      )}
      {isChanged && (
        <div className="conflict" role="alert">
          <p className="conflict__title">
            This call was corrected while you were typing, by somebody else or by you in another window. Yours is still
            below, and not saved.{' '}
            <a href={`/desk/ended/${callId}`} target="_blank" rel="noreferrer">
              See how it stands now (opens a new tab)
            </a>
            . If you save, what you typed takes the place of what stands there; the rest stays as it is.
          </p>
        </div>
      )}
    </>
  );
}

/** Asked of whoever corrects; it stands beside the version that it ended. */
export function CorrectReason({problem, begun}: {problem: string | undefined; begun: string}) {
  return (
    <div className="field">
      <label className="field__label" htmlFor="reason">
        Why is it corrected?
      </label>
      <p className="field__hint" id="reason-hint">
        Your name is kept with it. Do not name anybody whose record this is not. What the call said before stays, for
        whoever checks it.
      </p>
      {problem && (
        <p className="field__problem" id="reason-problem">
          {problem}
        </p>
      )}
      <textarea
        id="reason"
        name="reason"
        className="field__box field__box--long"
        rows={2}
        maxLength={2000}
        defaultValue={begun}
        autoComplete="off"
        aria-describedby={problem ? 'reason-hint reason-problem' : 'reason-hint'}
        aria-invalid={problem ? true : undefined}
      />
      <ConflictChoice name="reason" label="Why is it corrected?" />
    </div>
  );
}
