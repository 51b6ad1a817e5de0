import {TextInput} from 'nhsuk-react-components';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';

/** Who agreed just now that something is shared. It is written into their record. */
export function AgreedFields({
  typed,
  problems,
}: {
  typed: Record<string, string | undefined>;
  problems: Record<string, string | undefined>;
}) {
  return (
    <fieldset className="nhsuk-fieldset letter__agreed">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Who agreed to this just now?</legend>
      <p className="nhsuk-hint">Only where nothing is on record yet. It is written down in their record.</p>
      <ChoiceSelect
        name="agreedBy"
        label="Who"
        options={AGREED_BY}
        value={typed.agreedBy}
        error={problems.agreedBy}
        none="Nobody was asked"
      />
      <ChoiceSelect
        name="agreedHow"
        label="How"
        options={AGREED_HOW}
        value={typed.agreedHow}
        error={problems.agreedHow}
        none="Choose"
      />
      <TextInput
        id="agreedByName"
        name="agreedByName"
        label="Their name, where it was not the person"
        defaultValue={typed.agreedByName ?? ''}
        error={problems.agreedByName}
        autoComplete="off"
      />
    </fieldset>
  );
}
