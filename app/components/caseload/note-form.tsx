import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {OWNERS, type TypedNote} from '../../domain/team/supervision-form.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {SeveralOf} from '../staff/choice-set.tsx';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';

interface NoteFormProps {
  submission: string;
  /** The talk that is written again; null: a new one. */
  edits: {id: string; version: number; isShared: boolean} | null;
  typed: TypedNote;
  problems: Problems;
  workerName: string;
}

/** One talk: when, what about, whether it is shared, and one thing to do. */
export function NoteForm({submission, edits, typed, problems, workerName}: NoteFormProps) {
  return (
    <form method="post" noValidate key={edits?.id ?? 'new'}>
      <Submission number={submission} />
      <input type="hidden" name="act" value="write" />
      {edits && <input type="hidden" name="note" value={edits.id} />}
      {edits && <input type="hidden" name="version" value={edits.version} autoComplete="off" />}
      <h2>{edits ? 'Write it again' : 'A new talk'}</h2>
      <TextInput
        id="heldOn"
        name="heldOn"
        type="date"
        label="The day you talked"
        defaultValue={typed.heldOn}
        error={problems.heldOn}
      />
      <Textarea
        id="words"
        name="words"
        rows={6}
        label="What you talked about"
        hint="How they are, their caseload, what went well, what was hard, what they want to learn."
        defaultValue={typed.words}
        error={problems.words}
      />
      {edits?.isShared ? (
        <p>It is shared with {workerName}, and so is what you write now.</p>
      ) : (
        <SeveralOf
          name="isShared"
          legend="Who reads it"
          options={{yes: `Share it with ${workerName}. It then stays shared.`}}
          values={typed.isShared ? ['yes'] : []}
        />
      )}
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Something to do, if there is</legend>
        <Textarea
          id="what"
          name="what"
          rows={2}
          label="What will be done"
          hint="It stands in the day of whoever does it, and they read these words."
          defaultValue={typed.what}
          error={problems.what}
        />
        <TextInput
          id="dueOn"
          name="dueOn"
          type="date"
          label="By when"
          defaultValue={typed.dueOn}
          error={problems.dueOn}
        />
        <ChoiceSelect name="owner" label="Who does it" options={OWNERS} value={typed.owner} error={problems.owner} />
      </fieldset>
      <Button type="submit">{edits ? 'Save as a new version' : 'Write it down'}</Button>
    </form>
  );
}
