import {BackLink, Button, Textarea} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import {PARTS_OF_THREE} from '../../domain/calls/call-choices.ts';
import {THREE_PARTS, type ThreePart} from '../../domain/second-level/concern-choices.ts';
import {OneOf} from '../staff/choice-set.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {Submission} from '../staff/submission.tsx';

interface ConcernFormProps {
  /** Where they were when they began to worry. */
  back: {href: string; words: string};
  lead: string | null;
  raised: {id: string; at: string; state: string}[];
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
  /** Whom it is about, where they did not come from a page about somebody. */
  children?: ReactNode;
}

/** A worry that somebody is abused or neglected, from wherever somebody works to the named lead. */
export function ConcernForm({
  back,
  lead,
  raised,
  submission,
  isHeld,
  done,
  answer,
  children,
  ...page
}: ConcernFormProps) {
  const typed = answer?.typed ?? page.typed;
  const problems = answer?.problems ?? {};
  return (
    <div className="page__inner caseload">
      <BackLink href={back.href}>{back.words}</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      {isHeld && !answer && <HeldNotice />}
      <h1>Raise a safeguarding concern</h1>
      <p className="concern-danger">
        <strong>In danger now? Ring 999 first.</strong> Stay with them, or on the line, if that is safe for you.
      </p>
      <p className="concern-lead">{lead ?? 'Nobody is named for safeguarding here: ring your team lead.'}</p>
      {raised.length > 0 && (
        <section className="side-part" aria-labelledby="raised">
          <h2 id="raised">What you have raised</h2>
          <ul>
            {raised.map(({id, at, state}) => (
              <li key={id}>
                {at}: {state}
              </li>
            ))}
          </ul>
        </section>
      )}
      <form method="post" noValidate className="concern-form">
        <Submission number={submission} />
        {children}
        <Textarea
          id="concern"
          name="concern"
          label="What worries you, in the words you heard"
          hint="Only what you saw or heard, and how you know. You, the named lead and those who safeguard can read it; it stands in no timeline."
          rows={5}
          defaultValue={typed.concern ?? ''}
          error={problems.concern}
        />
        <Textarea
          id="wishes"
          name="wishes"
          label="What the person wants to happen"
          hint="Ask them, if that is safe."
          rows={2}
          defaultValue={typed.wishes ?? ''}
          error={problems.wishes}
        />
        {(Object.keys(THREE_PARTS) as ThreePart[]).map((part) => (
          <OneOf
            key={part}
            name={part}
            legend={THREE_PARTS[part]}
            options={PARTS_OF_THREE}
            value={typed[part]}
            error={problems[part]}
            small
            inline
          />
        ))}
        <Button type="submit" warning>
          Raise the concern
        </Button>
      </form>
    </div>
  );
}
