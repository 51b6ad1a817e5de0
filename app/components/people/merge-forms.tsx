import {Button, Textarea, TextInput, WarningCallout} from 'nhsuk-react-components';
import type {Compared} from '../../domain/people/merge-evidence.ts';
import {Tick} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';
import {PersonInBrief} from './person-in-brief.tsx';
import type {PersonWords} from './person-words.ts';

interface OtherView extends PersonWords {
  reference: string;
  outcode: string | null;
  verdict: Compared['verdict'];
  evidence: string[];
}

interface Typed {
  reference: string;
  why: string;
  confirmed: string;
  merge: string;
}

/** Which other record it is about. */
export function LookForm({submission, reference, error}: {submission: string; reference: string; error?: string}) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <TextInput
        id="reference"
        name="reference"
        label="Reference of the other record"
        hint="It looks like P-7KM-4QC. Find the person first to see it"
        width="10"
        defaultValue={reference}
        error={error}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" name="act" value="look">
        Show both
      </Button>
    </form>
  );
}

interface JoinFormProps {
  submission: string;
  other: OtherView;
  typed: Typed;
  problems: Record<string, string>;
}

/** The other record, what speaks for one person, and the button that joins them, where enough does. */
export function JoinForm({submission, other, typed, problems}: JoinFormProps) {
  const {name, born, reference, outcode, verdict, evidence} = other;
  const mayJoin = verdict === 'yes' || verdict === 'ask';
  return (
    <section aria-labelledby="other">
      <h2 id="other">The other record</h2>
      <div className="found-person">
        <PersonInBrief name={name} born={born} reference={reference} outcode={outcode} />
      </div>
      <p className="people-after">
        {evidence.length > 0
          ? `Both records have ${new Intl.ListFormat('en-GB').format(evidence)}.`
          : 'They have nothing in common.'}
      </p>
      {!mayJoin && (
        <WarningCallout>
          <WarningCallout.Heading>These cannot be joined</WarningCallout.Heading>
          <p>
            {verdict === 'never'
              ? 'Their NHS numbers differ. If one of them is wrong, put it right first.'
              : 'Too little says that they are one person. People share telephones and e-mail addresses.'}
          </p>
        </WarningCallout>
      )}
      {mayJoin && (
        <form method="post" noValidate>
          <Submission number={submission} />
          <input type="hidden" name="reference" value={reference} />
          {verdict === 'ask' && (
            <Tick name="confirmed" isTicked={typed.confirmed !== ''} error={problems.confirmed}>
              One of them has no name, and I know that they are one person
            </Tick>
          )}
          <Textarea
            id="why"
            name="why"
            label="How you know that they are one person"
            rows={3}
            defaultValue={typed.why}
            error={problems.why}
          />
          <Button type="submit" name="act" value="merge">
            Join them
          </Button>
        </form>
      )}
      <p>
        <a href="?">Choose another record</a>
      </p>
    </section>
  );
}

interface TakeApartProps {
  merges: {id: string; reference: string; why: string; merged: string; submission: string}[];
  typed: Typed;
  problems: Record<string, string>;
}

/** What is joined to this record, each with a way to take it out again. */
export function TakeApart({merges, typed, problems}: TakeApartProps) {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="joined">
      <h2 id="joined">Joined records</h2>
      {merges.map(({id, reference, why, merged, submission}) => (
        <form key={id} method="post" className="found-person" noValidate>
          <h3>{reference}</h3>
          <p>
            {merged}: {why}
          </p>
          <Submission number={submission} />
          <input type="hidden" name="merge" value={id} />
          <TextInput
            id={`why-${id}`}
            name="why"
            label="Why they are two people"
            defaultValue={typed.merge === id ? typed.why : ''}
            error={problems[`why-${id}`]}
            autoComplete="off"
          />
          <Button type="submit" secondary name="act" value="unmerge">
            Take this record apart
          </Button>
        </form>
      ))}
    </section>
  );
}
