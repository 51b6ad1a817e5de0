import {BackLink, Button, InsetText, Textarea, TextInput} from 'nhsuk-react-components';
import {OneOf} from '../staff/choice-set.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {Submission} from '../staff/submission.tsx';
import {AgreedFields} from './agreed-fields.tsx';
import {LetterSheet, type SheetLetter} from './letter-sheet.tsx';

interface LetterFormProps {
  caseId: string;
  reference: string;
  title: string;
  isToGp: boolean;
  /** Why it may be sent, or may not. */
  check: {isAllowed: boolean; words: string};
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  answer?: {
    typed: Record<string, string>;
    problems: Record<string, string>;
    refusal: string | null;
    preview: SheetLetter | null;
  };
}

/** A letter that is put right before it goes, with what the person agreed to beside it. */
export function LetterForm({
  caseId,
  reference,
  title,
  isToGp,
  check,
  submission,
  isHeld,
  answer,
  ...page
}: LetterFormProps) {
  const typed = answer?.typed ?? page.typed;
  const problems = answer?.problems ?? {};
  return (
    <div className="page__inner letter letter-form">
      <BackLink href={`/caseload/cases/${caseId}/letters`}>Letters of case {reference}</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer && <DoneBanner words={answer.refusal} isRefusal />}
      {isHeld && !answer && <HeldNotice />}
      <h1>{title}</h1>
      {answer?.preview && (
        <section aria-labelledby="preview">
          <h2 id="preview">How it looks</h2>
          <p>It is not sent yet.</p>
          <LetterSheet letter={answer.preview} />
        </section>
      )}
      <InsetText className={check.isAllowed ? 'letter-check' : 'letter-check letter-check--no'}>
        <p>
          <strong>{check.isAllowed ? 'It may be sent.' : 'It may not be sent as things stand.'}</strong> {check.words}
        </p>
      </InsetText>
      <form method="post" noValidate>
        <Submission number={submission} />
        <TextInput
          id="toName"
          name="toName"
          label={isToGp ? 'GP practice' : 'To'}
          defaultValue={typed.toName ?? ''}
          error={problems.toName}
          autoComplete="off"
        />
        <Textarea
          id="toAddress"
          name="toAddress"
          label="Address"
          hint="For the window of an envelope. You can leave it out."
          rows={3}
          defaultValue={typed.toAddress ?? ''}
          error={problems.toAddress}
        />
        <Textarea
          id="body"
          name="body"
          label="The letter"
          hint="Strike out what they do not need. An empty line begins a paragraph."
          rows={18}
          defaultValue={typed.body ?? ''}
          error={problems.body}
        />
        {isToGp && <AgreedFields typed={typed} problems={problems} />}
        <OneOf
          name="how"
          legend="How it goes"
          options={{print: 'I print it', email: 'A private link by e-mail'}}
          value={typed.how === 'email' ? 'email' : 'print'}
          error={problems.how}
          small
        />
        <TextInput
          id="email"
          name="email"
          label="E-mail address"
          hint={
            isToGp
              ? 'Only one that ends in nhs.net or nhs.uk. The message says nothing of whom it is about.'
              : 'The message says nothing of whom it is about.'
          }
          defaultValue={typed.email ?? ''}
          error={problems.email}
          autoComplete="off"
        />
        <div className="letter__buttons">
          <Button type="submit" secondary name="do" value="preview">
            Show me how it looks
          </Button>
          <Button type="submit" name="do" value="send">
            Send, or keep to print
          </Button>
        </div>
      </form>
    </div>
  );
}
