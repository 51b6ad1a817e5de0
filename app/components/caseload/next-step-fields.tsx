import {Details, TextInput} from 'nhsuk-react-components';
import type {FormsProps} from '../second-level/act-form.tsx';

/** What comes next and when; or, folded away, why nothing does. Ids take the prefix, for a page with several. */
export function NextStepFields({
  typed,
  problems,
  today,
  prefix = '',
}: Pick<FormsProps, 'typed' | 'problems'> & {today: string; prefix?: string}) {
  return (
    <div className="next-fields">
      <TextInput
        id={`${prefix}nextStep`}
        name="nextStep"
        label="What comes next"
        defaultValue={typed.nextStep ?? ''}
        error={problems.nextStep}
        autoComplete="off"
      />
      <TextInput
        id={`${prefix}nextOn`}
        name="nextOn"
        type="date"
        min={today}
        label="On which day"
        defaultValue={typed.nextOn ?? ''}
        error={problems.nextOn}
      />
      <Details className="next-fields__none" open={Boolean(typed.whyNone ?? problems.whyNone)}>
        <Details.Summary>Nothing comes next</Details.Summary>
        <Details.Text>
          <TextInput
            id={`${prefix}whyNone`}
            name="whyNone"
            label="Why not?"
            hint="For example: they ring us when they are ready."
            defaultValue={typed.whyNone ?? ''}
            error={problems.whyNone}
            autoComplete="off"
          />
        </Details.Text>
      </Details>
    </div>
  );
}
