import {Button, Details} from 'nhsuk-react-components';
import {useState} from 'react';
import {ATTEMPTS, CALL_BACK_ENDS} from '../../domain/second-level/call-back-choices.ts';
import {isNotByPhone} from '../../domain/people/not-by-phone.ts';
import {PersonFlags, type Flags} from '../people/person-flags.tsx';
import {KeyHint} from '../staff/key-hint.tsx';
import {Submission} from '../staff/submission.tsx';
import {useKeys, useKeysAreOn} from '../staff/use-keys.ts';
import {ClockMark, type ClockView} from './clock-mark.tsx';

interface CallBackCard {
  id: string;
  submission: string;
  reference: string;
  about: string;
  /** What must be known of the person before they are rung or visited. */
  mustKnow: Flags | null;
  phone: string | null;
  phoneShown: string | null;
  /** 'Not safe to call', or nothing. */
  warning: string | null;
  by: string;
  clock: ClockView;
  attempts: string[];
  /** A note that was typed before the session ended, or nothing. */
  note: string;
}

/** Call-backs by when they are due. What came of a try is one button, or two keys: `j` for the next one, then a figure. */
export function CallBackCards({callBacks}: {callBacks: CallBackCard[]}) {
  useKeys({
    j: {says: 'Go to the next call-back', run: () => go(1)},
    k: {says: 'Go to the one before', run: () => go(-1)},
    ...Object.fromEntries(
      Object.values(ATTEMPTS).map((says, place) => [String(place + 1), {says, run: () => press(place)}]),
    ),
  });
  if (callBacks.length === 0) return <p>Nobody waits to be rung back.</p>;
  return (
    <>
      <KeysLine />
      <ul className="call-backs" role="list">
        {callBacks.map((callBack) => (
          <Card key={callBack.id} callBack={callBack} />
        ))}
      </ul>
    </>
  );
}

function KeysLine() {
  if (!useKeysAreOn()) return null;
  return (
    <p className="call-backs__keys">
      <kbd>j</kbd> goes to the next one, then <kbd>1</kbd> to <kbd>5</kbd> say what came of it.
    </p>
  );
}

function Card({callBack}: {callBack: CallBackCard}) {
  const [submission] = useState(callBack.submission);
  const {id, reference, about, mustKnow, phone, phoneShown, warning, by, clock, attempts, note} = callBack;
  return (
    <li className="call-back">
      <h2 className="call-back__head" id={`call-back-${id}`} tabIndex={-1}>
        {reference}
      </h2>
      <ClockMark clock={clock} />
      {mustKnow && <PersonFlags className="card-flags" {...mustKnow} />}
      <p className="keeps-lines breaks-anywhere">{about}</p>
      <p>
        {phone && isNotByPhone(mustKnow) ? (
          `Write, do not ring. The number we hold: ${phoneShown}.`
        ) : phone ? (
          <a className="call-back__phone" href={`tel:${phone}`}>
            {phoneShown}
          </a>
        ) : (
          'No number was written down.'
        )}{' '}
        {warning && <span className="safety safety--warning">{warning}</span>} To be rung by: {by}.
      </p>
      {attempts.length > 0 && (
        <ul className="call-back__tries">
          {attempts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <form method="post" noValidate aria-labelledby={`call-back-${id}`}>
        <Submission number={submission} />
        <input type="hidden" name="id" value={id} />
        <div className="call-back__results">
          {Object.entries(ATTEMPTS).map(([key, words], place) => (
            <button key={key} type="submit" name="result" value={key} className="call-back__result">
              <KeyHint name={String(place + 1)} />
              {words}
            </button>
          ))}
        </div>
        <Details open={note !== ''}>
          <Details.Summary>Add a note, or end it</Details.Summary>
          <Details.Text>
            <label className="nhsuk-label" htmlFor={`note-${id}`}>
              Note
            </label>
            <input
              className="nhsuk-input"
              id={`note-${id}`}
              name="note"
              maxLength={1000}
              defaultValue={note}
              autoComplete="off"
            />
            <p className="call-back__ends">
              {Object.entries(CALL_BACK_ENDS).map(([key, words]) => (
                <Button key={key} type="submit" secondary name="result" value={key}>
                  {words}
                </Button>
              ))}
            </p>
          </Details.Text>
        </Details>
      </form>
    </li>
  );
}

/** The card in which the focus is. */
const current = () => document.activeElement?.closest('.call-back') ?? null;

function go(by: 1 | -1) {
  const cards = [...document.querySelectorAll('.call-back')];
  const at = cards.findIndex((card) => card === current());
  const next = cards[Math.min(Math.max(0, at + by), cards.length - 1)];
  next?.querySelector<HTMLElement>('.call-back__head')?.focus();
}

/** Presses a button of the card in which the focus is. Where it is in none, it goes to the first: nobody is logged by mistake. */
function press(place: number) {
  const card = current();
  if (card) card.querySelectorAll<HTMLButtonElement>('.call-back__result')[place]?.click();
  else go(1);
}
