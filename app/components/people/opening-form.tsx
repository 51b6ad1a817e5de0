import {Button, Details, Select, Textarea, TextInput} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import {AGREED_BY, AGREED_HOW, WORK, type OpeningForm as Typed} from '../../domain/people/opening-reasons.ts';
import {Submission} from '../staff/submission.tsx';

interface OpeningFormProps {
  submission: string;
  typed: Typed;
  problems: Partial<Record<keyof Typed, string>>;
}

/** Why a record is opened. The commonest reason is one key; each other has its few fields and one button. */
export function OpeningForm({submission, typed, problems}: OpeningFormProps) {
  return (
    <div className="opening-ways">
      <section className="opening-way">
        <h2>They agree to it now</h2>
        <OneWay submission={submission} basis="consent">
          <input type="hidden" name="consentBy" value="person" />
          <input type="hidden" name="consentHow" value="spoken" />
          <Button type="submit" {...key(1)}>
            They said yes: open it
          </Button>
        </OneWay>
        <Details open={Boolean(problems.consentBy ?? problems.consentHow)}>
          <Details.Summary>Somebody else agreed for them, or not in words</Details.Summary>
          <Details.Text>
            <OneWay submission={submission} basis="consent">
              <Choice
                name="consentBy"
                label="Who agreed"
                options={AGREED_BY}
                value={typed.consentBy}
                error={problems.consentBy}
              />
              <Choice
                name="consentHow"
                label="How"
                options={AGREED_HOW}
                value={typed.consentHow}
                error={problems.consentHow}
              />
              <Button type="submit" secondary>
                They agreed: open it
              </Button>
            </OneWay>
          </Details.Text>
        </Details>
      </section>
      <section className="opening-way">
        <h2>I am helping them already</h2>
        <OneWay submission={submission} basis="direct_care">
          <Choice
            name="workKind"
            label="Under which work"
            options={WORK}
            value={typed.workKind}
            error={problems.workKind}
          />
          <TextInput
            id="workName"
            name="workName"
            label="Which one"
            hint="Its number, or how your team calls it"
            defaultValue={typed.workName}
            error={problems.workName}
            autoComplete="off"
          />
          <Button type="submit" secondary {...key(2)}>
            Open it for this work
          </Button>
        </OneWay>
      </section>
      <section className="opening-way">
        <h2>They cannot agree, and it is best for them</h2>
        <OneWay submission={submission} basis="best_interests">
          <Textarea
            id="reason"
            name="reason"
            label="Why it is in their best interests"
            rows={3}
            defaultValue={typed.reason}
            error={problems.reason}
          />
          <Button type="submit" secondary {...key(3)}>
            Open it in their best interests
          </Button>
        </OneWay>
      </section>
    </div>
  );
}

/** The key with which the browser presses a button: Alt and a figure in most of them. */

const key = (figure: number) => ({accessKey: String(figure)});

function OneWay({submission, basis, children}: {submission: string; basis: string; children: ReactNode}) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="basis" value={basis} />
      {children}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  options: Record<string, string>;
  value: string;
  error?: string;
}

function Choice({name, label, options, value, error}: ChoiceProps) {
  return (
    <Select id={name} name={name} label={label} defaultValue={value} error={error}>
      {Object.entries(options).map(([one, words]) => (
        <Select.Option key={one} value={one}>
          {words}
        </Select.Option>
      ))}
    </Select>
  );
}
