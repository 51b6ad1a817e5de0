import {Fieldset, Textarea} from 'nhsuk-react-components';
import {disciplines} from '../../domain/access/roles.ts';
import {PRIORITIES} from '../../domain/queues/priorities.ts';
import {DISPOSITIONS} from '../../domain/calls/dispositions.ts';
import type {Typed} from '../../domain/guides/guide-form.ts';
import type {Question} from '../../domain/guides/guide-schema.ts';
import {TestFields} from './test-fields.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Tick} from '../staff/choice-set.tsx';

interface SuggestionFieldsProps {
  question: Question;
  typed: Typed;
  problems: Record<string, string>;
}

const named = (list: Record<string, {name: string}>) =>
  Object.fromEntries(Object.entries(list).map(([key, {name}]) => [key, name]));

const CHOICES: [string, string, Record<string, string>][] = [
  ['ring', 'Ring', {'999': '999', '111': 'NHS 111'}],
  ['priority', 'Priority', named(PRIORITIES)],
  ['discipline', 'Hand on to', disciplines],
  ['disposition', 'End with', named(DISPOSITIONS)],
];

/** What the answers to a question suggest: each with its reason, and an empty one for something new. */
export function SuggestionFields({question, typed, problems}: SuggestionFieldsProps) {
  const there = new Set(Object.keys(typed).flatMap((name) => name.match(/^s\.(\d+)\./)?.[1] ?? []));
  const places = [...Array(Math.min(12, Math.max(question.suggests.length + 1, there.size))).keys()];
  return places.map((place) => {
    const at = `s.${place}`;
    const isNew = place >= question.suggests.length;
    const isTyped = Object.keys(typed).some((name) => name.startsWith(`${at}.`) && typed[name]);
    const fields = (
      <Fieldset className="guide-form__part">
        <Fieldset.Legend size="s">{isNew ? 'A new suggestion' : `Suggestion ${place + 1}`}</Fieldset.Legend>
        <TestFields legend="After the answer" question={question} prefix={at} typed={typed} problems={problems} />
        <FollowingFields at={at} isNew={isNew} typed={typed} problems={problems} />
      </Fieldset>
    );
    if (!isNew) return <div key={at}>{fields}</div>;
    return (
      <details key={at} className="nhsuk-details" open={isTyped}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Add a suggestion</span>
        </summary>
        <div className="nhsuk-details__text">{fields}</div>
      </details>
    );
  });
}

interface FollowingFieldsProps {
  /** The row of the form, such as `s.0`. */
  at: string;
  isNew: boolean;
  typed: Typed;
  problems: Record<string, string>;
}

/** What is suggested, why, and for one that is there the way to take it out. */
export function FollowingFields({at, isNew, typed, problems}: FollowingFieldsProps) {
  return (
    <>
      <div className="guide-form__row">
        {CHOICES.map(([name, label, options]) => (
          <ChoiceSelect
            key={name}
            name={`${at}.${name}`}
            label={label}
            value={typed[`${at}.${name}`] ?? ''}
            error={problems[`${at}.${name}`]}
            options={options}
            none="Nothing"
          />
        ))}
      </div>
      {(['advice', 'because'] as const).map((name) => (
        <Textarea
          key={name}
          id={`${at}.${name}`}
          name={`${at}.${name}`}
          label={name === 'advice' ? 'What to say or do (optional)' : 'Why'}
          rows={2}
          defaultValue={typed[`${at}.${name}`] ?? ''}
          error={problems[`${at}.${name}`]}
          autoComplete="off"
        />
      ))}
      {!isNew && (
        <Tick name={`${at}.remove`} isTicked={Boolean(typed[`${at}.remove`])}>
          Take this suggestion out
        </Tick>
      )}
    </>
  );
}
