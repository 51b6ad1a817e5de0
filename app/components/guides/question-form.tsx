import {Button, Fieldset, Textarea, TextInput} from 'nhsuk-react-components';
import {SPARE_OPTIONS, type Typed} from '../../domain/guides/guide-form.ts';
import type {Guide, Question} from '../../domain/guides/guide-schema.ts';
import {Submission} from '../staff/submission.tsx';
import {SuggestionFields} from './suggestion-fields.tsx';
import {TestFields} from './test-fields.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Tick} from '../staff/choice-set.tsx';
import {typedField} from './typed-field.ts';

interface QuestionFormProps {
  guide: Guide;
  /** Null for a new one. */
  question: Question | null;
  typed: Typed;
  problems: Record<string, string>;
  submission: string;
  state: string;
}

const KINDS = {
  yes_no: 'Yes, no or not sure',
  choice: 'One of some answers',
  number: 'A number',
  text: 'Words',
} as const;

/** One question of a guide, to be changed: its words, its answers, when it is asked, and what its answers suggest. */
export function QuestionForm({guide, question, typed, problems, submission, state}: QuestionFormProps) {
  const kind = question?.kind ?? typed.kind ?? '';
  const place = question ? guide.questions.findIndex(({key}) => key === question.key) : guide.questions.length;
  const earlier = guide.questions.slice(0, place).filter((one) => one.kind !== 'text');
  const field = typedField(typed, problems);
  return (
    <form method="post" noValidate className="guide-form">
      <Submission number={submission} />
      <input type="hidden" name="state" value={state} autoComplete="off" />
      <Textarea {...field('ask')} label="The question, as it is said aloud" rows={2} />
      <Textarea {...field('hint')} label="A hint for whoever asks, not said aloud (optional)" rows={2} />
      {!question && (
        <ChoiceSelect
          name="kind"
          label="What kind of answer has it?"
          options={KINDS}
          value={typed.kind}
          error={problems.kind}
        />
      )}
      {(kind === 'choice' || !question) && <Options typed={typed} problems={problems} isNew={!question} />}
      {(kind === 'number' || !question) && (
        <Fieldset className={question ? 'guide-form__part' : 'guide-form__part guide-form__part--number'}>
          <Fieldset.Legend size="s">{question ? 'The number' : 'For a number'}</Fieldset.Legend>
          <div className="guide-form__row">
            <TextInput {...field('unit')} label="Measured in" width="10" />
            <TextInput {...field('from')} label="Lowest possible" width="5" inputMode="decimal" />
            <TextInput {...field('to')} label="Highest possible" width="5" inputMode="decimal" />
          </div>
          <Tick name="decimals" isTicked={Boolean(typed.decimals)}>
            It may have one figure after the point
          </Tick>
        </Fieldset>
      )}
      {earlier.length > 0 && <ShowIf earlier={earlier} typed={typed} problems={problems} />}
      {question && question.kind !== 'text' && (
        <SuggestionFields question={question} typed={typed} problems={problems} />
      )}
      {!question && <p>What its answers suggest is added once the question is there.</p>}
      <div className="guide-form__buttons">
        <Button type="submit" name="act" value="save">
          {question ? 'Save in the draft' : 'Add to the draft'}
        </Button>
        {question && (
          <>
            <Button secondary type="submit" name="act" value="up" disabled={place === 0}>
              Move up
            </Button>
            <Button secondary type="submit" name="act" value="down" disabled={place === guide.questions.length - 1}>
              Move down
            </Button>
            <Button warning type="submit" name="act" value="remove">
              Take it out
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

function Options({typed, problems, isNew}: {typed: Typed; problems: Record<string, string>; isNew: boolean}) {
  const there = Object.keys(typed).filter((name) => /^option\.\d+\.label$/.test(name) && typed[name] !== '').length;
  const count = Math.min(10, Math.max(isNew ? 4 : 0, there + SPARE_OPTIONS));
  return (
    <Fieldset className={isNew ? 'guide-form__part guide-form__part--choice' : 'guide-form__part'}>
      <Fieldset.Legend size="s">{isNew ? 'For one of some answers: which?' : 'Its answers'}</Fieldset.Legend>
      {!isNew && <p>Empty an answer to take it out.</p>}
      {Array.from({length: count}, (_, place) => {
        const name = `option.${place}.label`;
        return (
          <div key={place}>
            <input type="hidden" name={`option.${place}.value`} value={typed[`option.${place}.value`] ?? ''} />
            <TextInput
              id={name}
              name={name}
              label={`Answer ${place + 1}`}
              defaultValue={typed[name] ?? ''}
              error={problems[name]}
              autoComplete="off"
            />
          </div>
        );
      })}
    </Fieldset>
  );
}

function ShowIf({earlier, typed, problems}: {earlier: Question[]; typed: Typed; problems: Record<string, string>}) {
  const chosen = Object.keys(typed).some((name) => name.startsWith('if.') && typed[name]);
  return (
    <details className="nhsuk-details" open={chosen}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Ask it only after certain answers</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>
          It is asked when all of these hold; of one question any answer that is ticked. With nothing ticked it is
          always asked.
        </p>
        {earlier.map((question) => (
          <TestFields
            key={question.key}
            legend={question.ask}
            question={question}
            prefix={`if.${question.key}`}
            typed={typed}
            problems={problems}
          />
        ))}
      </div>
    </details>
  );
}
