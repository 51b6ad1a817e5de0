import {Button} from 'nhsuk-react-components';
import {useRef} from 'react';
import {fieldOf, versionFieldOf} from '../../domain/team/share-form.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {KeyHint} from '../staff/key-hint.tsx';
import {Submission} from '../staff/submission.tsx';
import {useKeys} from '../staff/use-keys.ts';

interface ToGiveView {
  id: string;
  version: number;
  name: string;
  facts: string;
  waits: string;
  reason: string;
  /** Whom the rule suggests; empty: nobody. */
  workerId: string;
}

interface ShareFormProps {
  submission: string;
  cases: ToGiveView[];
  workers: Choice[];
  /** What was chosen before, by case. */
  typed: Record<string, string>;
  /** Somebody's cases, which stay with them where nobody is chosen. */
  isFrom: boolean;
}

/** Each case with a list of who may take it on: the suggestion is chosen, with its reason. */
export function ShareForm({submission, cases, workers, typed, isFrom}: ShareFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  // To the button, not on it: 25 people change hands with it.
  useKeys({g: {says: 'Go to “Give out as chosen”', run: () => button.current?.focus()}});
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <ul className="shares" role="list">
        {cases.map((one) => (
          <li key={one.id} className="share">
            <div>
              <h2 className="share__name">
                <a href={`/caseload/cases/${one.id}`}>{one.name}</a>
              </h2>
              <p className="share__facts">{[one.facts, one.waits].filter(Boolean).join(' · ')}</p>
            </div>
            <div>
              <input type="hidden" name={versionFieldOf(one.id)} value={one.version} autoComplete="off" />
              <ChoiceSelect
                name={fieldOf(one.id)}
                label={`Who walks with ${one.name}`}
                options={workers}
                value={typed[one.id] ?? one.workerId}
                none={isFrom ? 'Leave with them' : 'Leave it to be claimed'}
              />
              <p className="share__reason">{one.reason}</p>
            </div>
          </li>
        ))}
      </ul>
      <Button type="submit" ref={button} aria-keyshortcuts="g">
        Give out as chosen <KeyHint name="g" />
      </Button>
    </form>
  );
}
