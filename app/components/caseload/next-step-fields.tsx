import {Details} from 'nhsuk-react-components';
import {ActDay, ActText} from '../staff/act-fields.tsx';
import type {FormsProps} from '../staff/act-form.tsx';

/** What comes next and when; or, folded away, why nothing does. */
export function NextStepFields({
  today,
  ...form
}: Pick<FormsProps, 'typed' | 'problems'> & {today: string; act: string}) {
  return (
    <div className="next-fields">
      <ActText form={form} name="nextStep" label="What comes next" />
      <ActDay form={form} name="nextOn" label="On which day" min={today} />
      <Details className="next-fields__none" open={Boolean(form.typed.whyNone ?? form.problems.whyNone)}>
        <Details.Summary>Nothing comes next</Details.Summary>
        <Details.Text>
          <ActText
            form={form}
            name="whyNone"
            label="Why not?"
            hint="For example: they ring us when they are ready. With words here, no next step is kept."
          />
        </Details.Text>
      </Details>
    </div>
  );
}
