import {Button, TextInput} from 'nhsuk-react-components';
import type {PlanDifference} from '../../domain/plans/plan-differences.ts';
import {OneOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';

/** Who wants the copy, and how they said so. */
const CONSENTS = {
  'person spoken': 'They said so',
  'person written': 'They wrote so',
  'attorney written': 'Their attorney, in writing',
};

/** How the person gets their own copy. */
export function GiveCopy({
  number,
  submission,
  typed,
  problems,
  isOpen,
}: {
  number: number;
  submission: string;
  typed: {by: string; email: string; consent: string};
  problems: Record<string, string>;
  isOpen: boolean;
}) {
  return (
    <details className="plan-side" open={isOpen}>
      <summary>Give them their copy</summary>
      <form method="post" noValidate>
        <Submission number={submission} />
        <input type="hidden" name="number" value={number} />
        <OneOf
          name="by"
          small
          legend="How"
          options={{print: 'I print it and hand it over', email: 'A private link by e-mail'}}
          value={typed.by === 'email' ? 'email' : 'print'}
          error={problems.by}
        />
        <TextInput
          id="email"
          name="email"
          label="E-mail address"
          hint="For a link only. The message says nothing about them."
          defaultValue={typed.email}
          error={problems.email}
          autoComplete="off"
        />
        <OneOf
          name="consent"
          small
          legend="Who wants it"
          options={CONSENTS}
          value={typed.consent}
          error={problems.consent}
        />
        <Button type="submit" secondary>
          Give the copy
        </Button>
      </form>
    </details>
  );
}

/** The versions of a plan, each with what changed in it. */
export function PlanHistory({
  versions,
}: {
  versions: {number: number; by: string; day: string; agreed: string; differences: PlanDifference[]}[];
}) {
  return (
    <details className="plan-side">
      <summary>What changed, version by version</summary>
      <ol className="plan-history" role="list">
        {versions.map(({number, by, day, agreed, differences}) => (
          <li key={number}>
            <h3>
              Version {number}, {day}
            </h3>
            <p>
              Kept by {by}. {agreed}.
            </p>
            <ul>
              {differences.map(({what, before, after}) => (
                <li key={what}>
                  <strong>{what}</strong>: {before && <del>{before}</del>} {after && <ins>{after}</ins>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
