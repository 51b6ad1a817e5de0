import {Button, Textarea} from 'nhsuk-react-components';
import {Submission} from '../staff/submission.tsx';

interface TakeOnFormProps {
  submission: string;
  /** Who supervises them until now. */
  from: string | null;
  why: string;
  problem?: string;
}

/** A lead takes on the supervision of somebody, and says why. */
export function TakeOnForm({submission, from, why, problem}: TakeOnFormProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="act" value="take_on" />
      <p>
        {from
          ? `If you take over, you read everything that was written before, and ${from} reads nothing any more. The link worker sees that it is you, and it stands in the audit with your reason.`
          : 'Nobody supervises them yet. One lead does at a time; the link worker sees who it is.'}
      </p>
      <Textarea
        id="why"
        name="why"
        rows={2}
        label={from ? 'Why do you take over?' : 'Why is it you?'}
        hint="For example: I lead the team in Bracknell."
        defaultValue={why}
        error={problem}
      />
      <Button type="submit" secondary={from !== null}>
        {from ? 'Take over supervision' : 'I supervise them'}
      </Button>
    </form>
  );
}
