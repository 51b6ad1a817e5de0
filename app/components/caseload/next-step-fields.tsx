import {Details, TextInput} from 'nhsuk-react-components';
import {idIn, type FormsProps} from '../staff/act-form.tsx';

/** What comes next and when; or, folded away, why nothing does. */
export function NextStepFields({
  typed,
  problems,
  today,
  act,
}: Pick<FormsProps, 'typed' | 'problems'> & {today: string; act: string}) {
  return (
    <div className="next-fields">
      <TextInput
        id={idIn(act, 'nextStep')}
        name="nextStep"
        label="What comes next"
        defaultValue={typed.nextStep ?? ''}
        error={problems.nextStep}
        autoComplete="off"
      />
      <TextInput
        id={idIn(act, 'nextOn')}
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
            id={idIn(act, 'whyNone')}
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
