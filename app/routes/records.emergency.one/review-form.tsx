import {Button, Fieldset, Radios, Textarea} from 'nhsuk-react-components';
import {Submission} from '../../components/staff/submission.tsx';

interface ReviewFormProps {
  submission: string;
  typed: {outcome: string; note: string};
  problems: {outcome?: string; note?: string};
}

/** What the records officer found. It is written once, so the button says what it does. */
export function ReviewForm({submission, typed, problems}: ReviewFormProps) {
  return (
    <form method="post" noValidate className="review-form">
      <h2>Your review</h2>
      <Submission number={submission} />
      <Fieldset>
        <Fieldset.Legend size="s">Was it right to use emergency access?</Fieldset.Legend>
        <Radios id="outcome" name="outcome" error={problems.outcome}>
          <Radios.Item id="outcome-1" value="appropriate" defaultChecked={typed.outcome === 'appropriate'}>
            Yes, it was right
          </Radios.Item>
          <Radios.Item value="not_appropriate" defaultChecked={typed.outcome === 'not_appropriate'}>
            No, it was not right
          </Radios.Item>
        </Radios>
      </Fieldset>
      <Textarea
        id="note"
        name="note"
        label="Note"
        hint="If it was not right, write what was wrong and what happens next. Leave out what is in the person’s record."
        rows={4}
        defaultValue={typed.note}
        error={problems.note}
      />
      <Button type="submit">Save the review</Button>
      <p>A review cannot be changed once it is saved.</p>
    </form>
  );
}
