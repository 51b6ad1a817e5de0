import {Button, TextInput} from 'nhsuk-react-components';
import {GIVEN_TO, WAYS} from '../../domain/discharge/handover-words.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';

interface HandoverFormProps {
  submission: string;
  typed: Record<string, string>;
  problems: Record<string, string>;
}

const FIELDS = [
  {name: 'givenTo', label: 'Given to', options: GIVEN_TO},
  {name: 'consentBy', label: 'Who agreed to that', options: AGREED_BY},
  {name: 'consentHow', label: 'How they agreed', options: AGREED_HOW},
] as const;

/** Whoever gives the page to somebody writes down to whom, how, and who agreed to it. */
export function HandoverForm({submission, typed, problems}: HandoverFormProps) {
  return (
    <form method="post" noValidate className="handover-form">
      <h2>Give it to somebody</h2>
      <p>
        Print it or read it out; or send a link to a private page, which shows it as it stands now, for 7 days. The
        message with the link names nobody. It opens with a code that you tell them yourself.
      </p>
      <Submission number={submission} />
      {FIELDS.map(({name, label, options}) => (
        <ChoiceSelect
          key={name}
          name={name}
          label={label}
          options={options}
          value={typed[name]}
          error={problems[name]}
          none="Choose"
        />
      ))}
      <ChoiceSelect name="way" label="How it is given" options={WAYS} value={typed.way} error={problems.way} />
      <div className="handover-form__to">
        <TextInput
          id="sendTo"
          name="sendTo"
          label="E-mail address or mobile number"
          autoComplete="off"
          defaultValue={typed.sendTo ?? ''}
          error={problems.sendTo}
        />
      </div>
      <Button type="submit" name="act" value="hand">
        Write it down or send it
      </Button>
    </form>
  );
}
