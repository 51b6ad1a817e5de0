import {Button, Details, Tag, Textarea} from 'nhsuk-react-components';
import type {AskView, StepView} from './handoff-view.ts';
import {ActForm, type FormsProps} from '../staff/act-form.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import {SeveralOf} from '../staff/choice-set.tsx';

/** What was done with it, in order, and what others were asked. */
export function HandoffSteps({steps}: {steps: StepView[]}) {
  return (
    <section className="handoff-part" aria-labelledby="steps">
      <h2 id="steps">What has been done</h2>
      {steps.length === 0 && <p>Nothing yet.</p>}
      <ol className="steps" role="list">
        {steps.map(({id, what, at, words}) => (
          <li key={id} className={words ? 'steps__said' : ''}>
            <p className="steps__what">
              {what} <span className="steps__at">{at}</span>
            </p>
            {words && <p className="keeps-lines breaks-anywhere steps__words">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Questions to other disciplines, and joint discussions: each has a place for its own note. */
export function HandoffAsks({asks, ...form}: {asks: AskView[]} & FormsProps) {
  if (asks.length === 0) return null;
  return (
    <section className="handoff-part" aria-labelledby="asked">
      <h2 id="asked">Talked over with others</h2>
      {asks.map((ask) => {
        const field = `answer-${ask.id}`;
        return (
          <div key={ask.id} className="ask">
            <h3>
              {ask.discipline} {ask.isJoint && <Tag modifier="red">MDT now</Tag>}
            </h3>
            <p className="keeps-lines breaks-anywhere">{ask.question}</p>
            <p className="steps__at">{ask.asked}</p>
            {ask.answer && (
              <>
                <p className="keeps-lines breaks-anywhere ask__answer">{ask.answer}</p>
                <p className="steps__at">{ask.answered}</p>
              </>
            )}
            {!ask.answer && !ask.isForViewer && <p>They have not answered yet.</p>}
            {!ask.answer && ask.isForViewer && (
              <ActForm {...form} act="answer">
                <input type="hidden" name="ask" value={ask.id} />
                <Textarea
                  id={field}
                  name={field}
                  label={ask.isJoint ? 'Your note on the discussion' : 'Your answer'}
                  rows={3}
                  defaultValue={form.typed[field] ?? ''}
                  error={form.problems[field]}
                />
                <Button type="submit" secondary>
                  {ask.isJoint ? 'Add your note' : 'Answer'}
                </Button>
              </ActForm>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** Writing a note, and asking others. */
export function TalkForms({others, ...form}: {others: Choice[]} & FormsProps) {
  const {typed, problems} = form;
  return (
    <>
      <ActForm {...form} act="note">
        <Textarea
          id="note"
          name="note"
          label="Write a note"
          hint="Everyone who works on this reads it."
          rows={3}
          defaultValue={typed.note ?? ''}
          error={problems.note}
        />
        <Button type="submit" secondary>
          Add the note
        </Button>
      </ActForm>
      {others.length > 0 && (
        <Details open={Boolean(problems.disciplines ?? problems.question)}>
          <Details.Summary>Ask another discipline, or talk it over now</Details.Summary>
          <Details.Text>
            <ActForm {...form} act="ask">
              <SeveralOf
                name="disciplines"
                legend="Whom"
                options={others}
                values={(typed.disciplines ?? '').split(',')}
                error={problems.disciplines}
                small
              />
              <Textarea
                id="question"
                name="question"
                label="What you want to know"
                hint="They can read the call, and you stay in charge of it."
                rows={3}
                defaultValue={typed.question ?? ''}
                error={problems.question}
              />
              <Button type="submit" secondary name="how" value="ask">
                Ask them
              </Button>{' '}
              <Button type="submit" name="how" value="joint">
                MDT now: call them in
              </Button>
            </ActForm>
          </Details.Text>
        </Details>
      )}
    </>
  );
}
