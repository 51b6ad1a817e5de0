import {BackLink, Button, TextInput} from 'nhsuk-react-components';
import {SeveralOf} from '../staff/choice-set.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {Submission} from '../staff/submission.tsx';
import {AgreedFields} from './agreed-fields.tsx';

interface ExportFormProps {
  caseId: string;
  reference: string;
  isOwn: boolean;
  made: {id: string; title: string; says: string}[];
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

const PARTS = {
  withPlan: 'What matters to them: the plan',
  withMeasures: 'The scores of their measures',
  withOnward: 'Which services they were passed on to, and what came of it',
};

/** A file about one case, for another system. */
export function ExportForm({
  caseId,
  reference,
  isOwn,
  made,
  submission,
  isHeld,
  done,
  answer,
  ...page
}: ExportFormProps) {
  const typed = answer?.typed ?? page.typed;
  const problems = answer?.problems ?? {};
  return (
    <div className="page__inner letter-form">
      <BackLink href={`/caseload/cases/${caseId}/letters`}>Letters of case {reference}</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={done} />}
      {isHeld && !answer && <HeldNotice />}
      <h1>A file for another system</h1>
      {made.length > 0 && (
        <ul className="letter-list" role="list">
          {made.map(({id, title, says}) => (
            <li key={id}>
              {/* A file, which the browser keeps: no page to go to. */}
              <a href={`/caseload/cases/${caseId}/fhir/${id}`} download>
                {title}
              </a>
              <br />
              {says}
            </li>
          ))}
        </ul>
      )}
      {isOwn && (
        <>
          <p className="reading__lede">
            The referral and what came of it, as FHIR R4, which GP systems read. It holds their name and date of birth;
            the plan and the measures only where you say so.
          </p>
          <form method="post" noValidate>
            <Submission number={submission} />
            <TextInput
              id="organisation"
              name="organisation"
              label="For which organisation"
              hint="The file is for them alone."
              defaultValue={typed.organisation ?? ''}
              error={problems.organisation}
              autoComplete="off"
            />
            <SeveralOf
              name="parts"
              legend="What else they agree to share"
              options={PARTS}
              values={Object.keys(PARTS).filter((part) => typed[part] === 'yes')}
              areFields
              small
            />
            <AgreedFields typed={typed} problems={problems} />
            <Button type="submit">Make the file</Button>
          </form>
        </>
      )}
    </div>
  );
}
