import {Button, Textarea} from 'nhsuk-react-components';
import {MARKS, REVIEW_PARTS, reviewParts, type ReviewTyped} from '../../domain/lead/review-form.ts';
import {OneOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';

interface ReviewFieldsProps {
  typed: ReviewTyped;
  problems: Record<string, string>;
  submission: string;
  version: number;
}

/** What a lead says about how a call was taken. */
export function ReviewFields({typed, problems, submission, version}: ReviewFieldsProps) {
  return (
    <form method="post" noValidate className="reading">
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      {reviewParts.map((part) => (
        <OneOf
          key={part}
          name={part}
          inline
          small
          legend={REVIEW_PARTS[part].name}
          hint={REVIEW_PARTS[part].says}
          options={{...MARKS, '': 'Did not come up'}}
          value={typed[part]}
          error={problems[part]}
        />
      ))}
      <Textarea
        id="wentWell"
        name="wentWell"
        label="What went well"
        rows={3}
        defaultValue={typed.wentWell}
        error={problems.wentWell}
      />
      <Textarea
        id="toTry"
        name="toTry"
        label="What to try"
        rows={3}
        defaultValue={typed.toTry}
        error={problems.toTry}
      />
      <p>Whoever took the call reads this. Nobody else does but the leads of your desk.</p>
      <Button type="submit">Save the review</Button>
    </form>
  );
}
