import {Button, Select} from 'nhsuk-react-components';
import {Submission} from '../staff/submission.tsx';

interface GiveFormProps {
  submission: string;
  act: 'give-draft' | 'give-call-back';
  id: string;
  /** Whose it is, or the version it has, so that what somebody else has given away meanwhile is not given twice. */
  was: string;
  /** What is given, for whoever hears the page. */
  what: string;
  takers: {staffId: string; name: string}[];
  /** Who has it now, or nobody. */
  staffId: string | null;
  /** Whom was chosen before the session ended, if it was for this piece of work. */
  kept: {id: string; to: string} | null;
}

/** Gives one piece of work to somebody of the desk. */
export function GiveForm({submission, act, id, was, what, takers, staffId, kept}: GiveFormProps) {
  const field = `to-${id}`;
  return (
    <form method="post" className="give-form">
      <Submission number={submission} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="was" value={was} autoComplete="off" />
      <Select
        id={field}
        name="to"
        label={`Give ${what} to`}
        labelProps={{className: 'nhsuk-u-visually-hidden'}}
        defaultValue={kept?.id === id ? kept.to : ''}
      >
        <Select.Option value="">Choose somebody</Select.Option>
        {takers
          .filter((taker) => taker.staffId !== staffId)
          .map((taker) => (
            <Select.Option key={taker.staffId} value={taker.staffId}>
              {taker.name}
            </Select.Option>
          ))}
      </Select>
      <Button type="submit" secondary small>
        Give<span className="nhsuk-u-visually-hidden"> {what}</span>
      </Button>
    </form>
  );
}
