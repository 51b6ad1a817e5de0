import {Button, Select} from 'nhsuk-react-components';
import {GIVEN_TO} from '../../domain/discharge/handover-words.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
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

/** Whoever hands the page over writes down to whom, and who agreed to it. */
export function HandoverForm({submission, typed, problems}: HandoverFormProps) {
  return (
    <form method="post" noValidate className="handover-form">
      <h2>When you give it to somebody</h2>
      <p>It is handed over or read out, never sent by e-mail or text.</p>
      <Submission number={submission} />
      {FIELDS.map(({name, label, options}) => (
        <Select key={name} id={name} name={name} label={label} defaultValue={typed[name] ?? ''} error={problems[name]}>
          <Select.Option value="">Choose</Select.Option>
          {Object.entries(options).map(([key, words]) => (
            <Select.Option key={key} value={key}>
              {words}
            </Select.Option>
          ))}
        </Select>
      ))}
      <Button type="submit" name="act" value="hand">
        Write it down
      </Button>
    </form>
  );
}
