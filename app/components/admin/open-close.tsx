import {Button} from 'nhsuk-react-components';
import {Submission} from '../staff/submission.tsx';

interface OpenCloseProps {
  submission: string;
  version: number;
  isClosed: boolean;
  /** Such as 'team'. */
  what: string;
  /** What closing and opening mean here. */
  closing: string;
  opening: string;
}

/** Closes something, or opens it again. */
export function OpenClose({submission, version, isClosed, what, closing, opening}: OpenCloseProps) {
  return (
    <section className="account-actions">
      <h2>{isClosed ? `Open the ${what} again` : `Close the ${what}`}</h2>
      <p>{isClosed ? opening : closing}</p>
      <form method="post">
        <Submission number={submission} />
        <input type="hidden" name="version" value={version} autoComplete="off" />
        <Button type="submit" name="act" value={isClosed ? 'open' : 'close'} secondary={isClosed} warning={!isClosed}>
          {isClosed ? `Open the ${what}` : `Close the ${what}`}
        </Button>
      </form>
    </section>
  );
}
