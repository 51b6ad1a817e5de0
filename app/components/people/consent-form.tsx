import {Button, TextInput} from 'nhsuk-react-components';
import {CONSENTS, DECISIONS, type ConsentField, type ConsentForm as Typed} from '../../domain/people/consent-words.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {OneOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';

interface ConsentFormProps {
  submission: string;
  typed: Typed;
  problems: Partial<Record<ConsentField, string>>;
  partners: {id: string; name: string}[];
}

/** What somebody decided, about what, and who said so. */
export function ConsentForm({submission, typed, problems, partners}: ConsentFormProps) {
  const choice = (name: ConsentField, label: string, options: Record<string, string>, hint?: string) => (
    <ChoiceSelect
      name={name}
      label={label}
      hint={hint}
      options={options}
      value={typed[name]}
      error={problems[name]}
      none={Object.hasOwn(options, typed[name]) ? undefined : 'Choose'}
    />
  );
  const text = (name: ConsentField, label: string, hint?: string, width?: '10' | '20') => (
    <TextInput
      id={name}
      name={name}
      label={label}
      hint={hint}
      width={width}
      defaultValue={typed[name]}
      error={problems[name]}
      autoComplete="off"
    />
  );
  return (
    <form method="post" noValidate>
      <h2>Write down a decision</h2>
      <Submission number={submission} />
      <OneOf
        name="decision"
        legend="What was decided?"
        options={DECISIONS}
        value={typed.decision}
        error={problems.decision}
        inline
      />
      {choice('kind', 'About what?', CONSENTS)}
      {choice(
        'partnerId',
        'Which organisation of the partnership?',
        Object.fromEntries(partners.map(({id, name}) => [id, name])),
        'Only for sharing this record. It can find and open the record from then on; when consent is withdrawn, no longer.',
      )}
      {text('organisation', 'Which other organisation?', 'Only for sharing with another organisation')}
      {choice('decidedBy', 'Who decided?', AGREED_BY)}
      {text('decidedByName', 'Their name, if it was not the person', undefined, '20')}
      {choice('how', 'How?', AGREED_HOW)}
      {text('decidedOn', 'When?', 'For example, 27/3/2026. Leave it out for today', '10')}
      {text('note', 'Note')}
      <Button type="submit">Save</Button>
    </form>
  );
}
