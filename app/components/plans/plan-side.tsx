import {Button, Radios, TextInput} from 'nhsuk-react-components';
import type {PlanDifference} from '../../domain/plans/plan-differences.ts';
import {Submission} from '../staff/submission.tsx';

/** Who wants the copy, and how they said so. */
const CONSENTS = {
  'person spoken': {id: 'consent-spoken', words: 'They said so'},
  'person written': {id: 'consent-written', words: 'They wrote so'},
  'attorney written': {id: 'consent-attorney', words: 'Their attorney, in writing'},
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
        <Radios id="by" name="by" small legend="How" legendProps={{size: 's'}}>
          <Radios.Item id="by-print" value="print" defaultChecked={typed.by !== 'email'}>
            I print it and hand it over
          </Radios.Item>
          <Radios.Item id="by-email" value="email" defaultChecked={typed.by === 'email'}>
            A private link by e-mail
          </Radios.Item>
        </Radios>
        <TextInput
          id="email"
          name="email"
          label="E-mail address"
          hint="For a link only. The message says nothing about them."
          defaultValue={typed.email}
          error={problems.email}
          autoComplete="off"
        />
        <Radios
          id="consent"
          name="consent"
          small
          legend="Who wants it"
          legendProps={{size: 's'}}
          error={problems.consent}
        >
          {Object.entries(CONSENTS).map(([key, {id, words}]) => (
            <Radios.Item key={key} id={id} value={key} defaultChecked={typed.consent === key}>
              {words}
            </Radios.Item>
          ))}
        </Radios>
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
