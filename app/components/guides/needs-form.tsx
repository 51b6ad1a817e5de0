import {Button} from 'nhsuk-react-components';
import type {Typed} from '../../domain/guides/guide-form.ts';
import {SeveralOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';

interface NeedsFormProps {
  /** The one list of needs. */
  needs: {key: string; name: string}[];
  typed: Typed;
  problems: Record<string, string>;
  submission: string;
  state: string;
}

/** With which needs a guide is offered in a call. */
export function NeedsForm({needs, typed, problems, submission, state}: NeedsFormProps) {
  return (
    <form method="post" noValidate className="guide-form">
      <Submission number={submission} />
      <input type="hidden" name="state" value={state} autoComplete="off" />
      <SeveralOf
        name="needs"
        legend="Offered with these needs"
        hint="12 at most. It can be opened in any call, whatever is ticked here."
        error={problems.needs}
        options={needs.map(({key, name}) => ({key: `need.${key}`, name}))}
        values={Object.keys(typed).filter((name) => typed[name])}
        areFields
        small
        className="guide-form__needs"
      />
      <Button type="submit" name="act" value="save">
        Save in the draft
      </Button>
    </form>
  );
}
