import {Button, Table, Textarea, TextInput} from 'nhsuk-react-components';
import {useState} from 'react';
import type {Difference} from '../../domain/guides/guide-differences.ts';
import {takeOver, type Endings} from '../../domain/guides/guide-rules.ts';
import type {Typed} from '../../domain/guides/guide-form.ts';
import type {Answers, Guide} from '../../domain/guides/guide-schema.ts';
import {Submission} from '../staff/submission.tsx';
import {GuidePanel} from './guide-panel.tsx';
import {typedField} from './typed-field.ts';

/** The guide as whoever takes a call sees it, to be tried out: nothing of it is kept. */
export function GuidePreview({guide}: {guide: Guide}) {
  const [answers, setAnswers] = useState<Answers>({});
  const [endings, setEndings] = useState<Endings>({});
  return (
    <aside className="guide-preview" id="preview" aria-label="Preview">
      <p className="guide-preview__head">Preview: try it. Nothing is kept.</p>
      <GuidePanel
        guide={guide}
        answers={answers}
        endings={endings}
        level={2}
        onAnswer={(key, answer) => setAnswers((now) => ({...now, [key]: answer}))}
        onTakeOver={(suggestion) => setEndings((now) => ({...now, ...takeOver(suggestion, now)}))}
      />
    </aside>
  );
}

interface PartsProps {
  guide: Guide;
  path: string;
  /** Which part is being changed: the key of a question, 'about' or 'new'. */
  part: string;
}

/** What there is to change in a guide: its questions, what it says of itself, and something new. */
export function GuideParts({guide, path, part}: PartsProps) {
  const links = [
    {key: 'about', words: 'Title, sources, review'},
    {key: 'needs', words: 'Needs it is offered with'},
    ...guide.questions.map(({key, ask}, place) => ({key, words: `${place + 1}. ${ask}`})),
    {key: 'new', words: 'Add a question'},
    {key: 'score', words: guide.score ? `Points: ${guide.score.name}` : 'Add points to answers'},
  ];
  return (
    <nav className="guide-parts" aria-label="Parts of this guide">
      <ul role="list">
        {links.map(({key, words}) => (
          <li key={key}>
            <a href={`${path}?part=${key}`} aria-current={key === part ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface AboutFormProps {
  typed: Typed;
  problems: Record<string, string>;
  submission: string;
  /** Null for a guide that there is not yet: then its first question is asked for too. */
  state: string | null;
}

export function GuideAboutForm({typed, problems, submission, state}: AboutFormProps) {
  const field = typedField(typed, problems);
  return (
    <form method="post" noValidate className="guide-form">
      <Submission number={submission} />
      {state !== null && <input type="hidden" name="state" value={state} autoComplete="off" />}
      <TextInput {...field('title')} label="Title" />
      <Textarea {...field('when')} label="When to use it" rows={3} />
      <Textarea {...field('writtenBy')} label="Who wrote it, and who has approved it" rows={2} />
      <TextInput {...field('reviewBy')} label="To be looked at again by" hint="For example, 30/11/2027" width="10" />
      <Textarea {...field('sources')} label="Sources" hint="Each on a line of its own" rows={5} />
      {state === null && (
        <Textarea
          {...field('ask')}
          label="The first question, as it is said aloud"
          hint="It is answered with yes, no or not sure. Others can be added next."
          rows={2}
        />
      )}
      <Button type="submit" name="act" value="save">
        {state === null ? 'Begin the guide' : 'Save in the draft'}
      </Button>
    </form>
  );
}

interface DraftProps {
  /** Null for a guide that is new. */
  differences: Difference[] | null;
  submission: string;
  dropping: string;
  state: string;
}

/** What a draft changes, and the two ways on: for everyone from the next call, or away with it. */
export function GuideDraft({differences, submission, dropping, state}: DraftProps) {
  return (
    <section className="guide-draft" aria-labelledby="draft">
      <h2 id="draft">The draft</h2>
      <p>Nobody uses it yet. Calls that are being taken, and those already taken, keep the version they began with.</p>
      {differences ? (
        <Differences differences={differences} caption="What it changes" />
      ) : (
        <p>It is new: the desk has had no guide like this.</p>
      )}
      <form method="post" className="guide-form" noValidate>
        <Submission number={submission} />
        <input type="hidden" name="state" value={state} autoComplete="off" />
        <TextInput
          id="changed"
          name="changed"
          label="What is different, in a few words (optional)"
          maxLength={500}
          autoComplete="off"
        />
        <Button type="submit" name="act" value="publish">
          Publish: use it from the next call
        </Button>
      </form>
      <form method="post">
        <Submission number={dropping} />
        <input type="hidden" name="state" value={state} autoComplete="off" />
        <Button secondary type="submit" name="act" value="drop">
          Throw the draft away
        </Button>
      </form>
    </section>
  );
}

export function Differences({differences, caption}: {differences: Difference[]; caption: string}) {
  if (differences.length === 0) return <p>There is no difference.</p>;
  return (
    <Table responsive caption={caption} captionProps={{size: 's'}}>
      <Table.Head>
        <Table.Row>
          <Table.Cell>What</Table.Cell>
          <Table.Cell>Was</Table.Cell>
          <Table.Cell>Is now</Table.Cell>
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {differences.map(({what, was, now}, place) => (
          <Table.Row key={place}>
            <Table.Cell>{what}</Table.Cell>
            <Table.Cell>{was || 'Nothing'}</Table.Cell>
            <Table.Cell>{now || 'Nothing'}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}
