import {Button, Textarea} from 'nhsuk-react-components';
import {OneOf} from '../../components/staff/choice-set.tsx';
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
      <OneOf
        name="outcome"
        legend="Was it right to use emergency access?"
        options={{appropriate: 'Yes, it was right', not_appropriate: 'No, it was not right'}}
        value={typed.outcome}
        error={problems.outcome}
      />
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
