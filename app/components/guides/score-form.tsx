import {Button, Fieldset, Textarea, TextInput} from 'nhsuk-react-components';
import {answersOf, type Typed} from '../../domain/guides/guide-form.ts';
import {YES_NO_ANSWERS, type Guide, type Question} from '../../domain/guides/guide-schema.ts';
import {countable, MOST_SCORE_SUGGESTIONS} from '../../domain/guides/score-form.ts';
import {Submission} from '../staff/submission.tsx';
import {FollowingFields} from './suggestion-fields.tsx';
import {typedField} from './typed-field.ts';

interface ScoreFormProps {
  guide: Guide;
  typed: Typed;
  problems: Record<string, string>;
  submission: string;
  state: string;
}

/** Points for answers, added up, and what follows from the sum. */
export function ScoreForm({guide, typed, problems, submission, state}: ScoreFormProps) {
  const field = typedField(typed, problems);
  const there = new Set(Object.keys(typed).flatMap((name) => name.match(/^t\.(\d+)\./)?.[1] ?? []));
  const rows = Math.min(MOST_SCORE_SUGGESTIONS, Math.max((guide.score?.suggests.length ?? 0) + 1, there.size));
  return (
    <form method="post" noValidate className="guide-form">
      <Submission number={submission} />
      <input type="hidden" name="state" value={state} autoComplete="off" />
      <p>A guide need not have a score. Empty everything here to take it out.</p>
      <TextInput {...field('scoreName')} label="Name of the score" />
      <Textarea {...field('explains')} label="What it means, and what it does not" rows={3} />
      <h2>Points</h2>
      <p>
        Of a number, write each bound with its points: <strong>8: 3, 11: 1, 20: 0, more: 2</strong> is 3 points up to 8,
        1 up to 11, none up to 20, and 2 for more. What is left empty does not count.
      </p>
      {countable(guide).map((question) =>
        question.kind === 'number' ? (
          <TextInput key={question.key} {...field(`p.${question.key}`)} label={`${question.ask} (${question.unit})`} />
        ) : (
          <Fieldset key={question.key} className="guide-form__part">
            <Fieldset.Legend size="s">{question.ask}</Fieldset.Legend>
            <div className="guide-form__row">
              {answersOf(question).map((answer) => (
                <TextInput
                  key={answer}
                  {...field(`p.${question.key}.${answer}`)}
                  label={labelOf(question, answer)}
                  width="2"
                  inputMode="numeric"
                />
              ))}
            </div>
          </Fieldset>
        ),
      )}
      <h2>What follows</h2>
      {Array.from({length: rows}, (_, place) => {
        const isNew = place >= (guide.score?.suggests.length ?? 0);
        return (
          <Fieldset key={place} className="guide-form__part">
            <Fieldset.Legend size="s">{isNew ? 'Something new' : `Suggestion ${place + 1}`}</Fieldset.Legend>
            <div className="guide-form__row">
              <TextInput {...field(`t.${place}.total`)} label="From a sum of" width="2" inputMode="numeric" />
              <TextInput {...field(`t.${place}.one`)} label="Or from one answer of" width="2" inputMode="numeric" />
            </div>
            <FollowingFields at={`t.${place}`} isNew={isNew} typed={typed} problems={problems} />
          </Fieldset>
        );
      })}
      <Button type="submit" name="act" value="save">
        Save in the draft
      </Button>
    </form>
  );
}

function labelOf(question: Question, answer: string): string {
  if (question.kind === 'choice') return question.options.find(({value}) => value === answer)?.label ?? answer;
  return YES_NO_ANSWERS[answer as keyof typeof YES_NO_ANSWERS] ?? answer;
}
