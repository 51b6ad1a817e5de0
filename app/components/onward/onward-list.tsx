import type {OnwardState} from '../../domain/onward/onward-life.ts';
import type {TypedAnswer} from '../../domain/onward/read-onward.ts';
import {Submission} from '../staff/submission.tsx';
import {AnswerFields, type AnswerWords} from './answer-fields.tsx';

export interface OnwardView {
  id: string;
  serviceName: string;
  kind: string;
  stands: string;
  days: string;
  shared: string | null;
  answers: OnwardState[];
  attended: number;
  isOpen: boolean;
}

interface OnwardListProps {
  onward: OnwardView[];
  isOwn: boolean;
  words: AnswerWords;
  submission: string;
  /** The one whose form was refused. */
  tried: {id: string; typed: TypedAnswer; problems: Record<string, string>} | null;
}

/** Where somebody was passed on to, newest first, each with what was heard. */
export function OnwardList({onward, isOwn, words, submission, tried}: OnwardListProps) {
  if (onward.length === 0) return <p>Nobody was asked yet.</p>;
  return (
    <ul className="case-cards" role="list">
      {onward.map(({id, serviceName, kind, stands, days, shared, answers, attended, isOpen}) => (
        <li key={id} id={`onward-${id}`} className="case-card">
          <h3 className="case-card__name">{serviceName}</h3>
          <p>
            <strong>{stands}</strong>
          </p>
          <p className="case-card__facts">
            {kind} · {days}
          </p>
          {shared && (
            <details>
              <summary>
                What they read<span className="nhsuk-u-visually-hidden"> at {serviceName}</span>
              </summary>
              {shared.split('\n').map((line, place) => (
                <p key={place}>{line}</p>
              ))}
            </details>
          )}
          {isOwn && answers.length > 0 && (
            <details open={tried?.id === id}>
              <summary>
                Write down what you heard<span className="nhsuk-u-visually-hidden"> from {serviceName}</span>
              </summary>
              <form method="post" noValidate>
                <Submission number={submission} />
                <input type="hidden" name="act" value="note" />
                <input type="hidden" name="onward" value={id} />
                <AnswerFields
                  name={id}
                  answers={answers}
                  attended={attended}
                  typed={tried?.id === id ? tried.typed : null}
                  problems={tried?.id === id ? tried.problems : {}}
                  words={words}
                  button="Write it down"
                />
              </form>
            </details>
          )}
          {isOwn && isOpen && (
            <form method="post">
              <Submission number={submission} />
              <input type="hidden" name="act" value="withdraw" />
              <input type="hidden" name="onward" value={id} />
              <button type="submit" className="act">
                End their link<span className="nhsuk-u-visually-hidden">: {serviceName}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
