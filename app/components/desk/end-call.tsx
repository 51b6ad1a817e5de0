import {useState} from 'react';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {KeyHint} from '../staff/key-hint.tsx';
import {useCall} from './call-context.tsx';
import {swallow} from './person-card.tsx';

const CHOOSE_FIRST = 'A field was changed elsewhere: choose what shall stand there, then end the call';

/** Ends the call. What is missing is said at the top and beside its field; a second press while it is sent does nothing. */
export function EndCall({onProblems}: {onProblems(problems: CallProblems): void}) {
  const {keeper, link} = useCall();
  const [isSending, setIsSending] = useState(false);
  const [says, setSays] = useState('');
  const end = async () => {
    if (isSending) return;
    // Two have written in one field: ended now, the call would lose what this page has there.
    if (keeper.conflictNames().length > 0) return setSays(CHOOSE_FIRST);
    setIsSending(true);
    setSays('Ending the call…');
    const answer = await keeper.alone((changes) => link.end(changes));
    if (answer.kind === 'said' && answer.said.ok) {
      keeper.stop();
      window.location.assign(answer.said.to);
      return;
    }
    setIsSending(false);
    if (answer.kind === 'signed-out') return setSays('You have been signed out: sign in again, then end the call');
    if (answer.kind === 'gone') return keeper.over('gone');
    if (answer.kind !== 'said') return setSays('There is no connection. Nothing is lost: try again in a moment');
    const {said} = answer;
    setSays('');
    if (said.ok) return;
    if (said.reason === 'problems') onProblems(said.problems);
    else if (said.reason === 'conflicts') {
      keeper.meet(said.conflicts);
      setSays(CHOOSE_FIRST);
    } else keeper.over('gone');
  };
  return (
    <div className="end-call">
      <button
        type="submit"
        name="act"
        value="end"
        id="endCall"
        className="nhsuk-button end-call__button"
        aria-disabled={isSending}
        aria-keyshortcuts="f"
        onClick={swallow(() => void end())}
      >
        End the call <KeyHint name="f" />
      </button>
      <button type="submit" name="act" value="save" className="quiet-button no-script-only">
        Save
      </button>
      <p className="end-call__says" role="status">
        {says}
      </p>
    </div>
  );
}
