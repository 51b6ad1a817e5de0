import {Details} from 'nhsuk-react-components';
import {useState, type ReactNode} from 'react';
import {Submission} from './submission.tsx';

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

/** Such a form, folded away behind what it does; open when it has been sent and comes back. */
export function FoldedAct({
  title,
  isOpen,
  children,
  ...form
}: Omit<ActFormProps, 'className'> & {title: string; isOpen: boolean}) {
  return (
    <Details open={isOpen}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Text>
        <ActForm {...form}>{children}</ActForm>
      </Details.Text>
    </Details>
  );
}

/** One of several forms, with what was typed where it is the one that came back. */
export const formOf = (form: FormsProps, act: string): FormsProps & {act: string; isOpen: boolean} =>
  form.typed.act === act ? {...form, act, isOpen: true} : {...form, act, typed: {}, problems: {}, isOpen: false};

/** Of several forms on a page each has its fields under ids of its own. */
export const idIn = (act: string, field: string): string => `${act}-${field}`;

/** The problems of the form that came back, by the ids of its fields: a page may have a field of one name in many forms. */
export const problemIds = (
  answer: Pick<FormsProps, 'typed' | 'problems'> | undefined,
): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(answer?.problems ?? {}).map(([field, words]) => [idIn(answer?.typed.act ?? '', field), words]),
  );
