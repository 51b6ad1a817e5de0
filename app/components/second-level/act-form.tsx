import {useState, type ReactNode} from 'react';
import {Submission} from '../staff/submission.tsx';

/** What every form on a page with several has in common. */
export interface FormsProps {
  submission: string;
  version: number;
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
}

interface ActFormProps extends Omit<FormsProps, 'typed' | 'problems'> {
  act: string;
  className?: string;
  children: ReactNode;
}

/**
 * A form that does one thing. Its number and the version it was shown with stay as they were when the page was opened: what
 * comes in live meanwhile must not make a second click count as a second form, nor hide that something was changed.
 */
export function ActForm({act, submission, version, className, children}: ActFormProps) {
  const [shown] = useState({submission, version});
  return (
    <form method="post" noValidate className={className}>
      <Submission number={shown.submission} />
      <input type="hidden" name="version" value={shown.version} autoComplete="off" />
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  );
}
