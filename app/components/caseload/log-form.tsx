import {Button, Details, Textarea, TextInput} from 'nhsuk-react-components';
import {useEffect, useRef, useState, type FormEvent} from 'react';
import {MODES, NOTE_TEMPLATES, WHO_WITH, type LogStart} from '../../domain/cases/case-choices.ts';
import {workingDayIn} from '../../domain/cases/case-status.ts';
import {ConflictChoice} from '../drafts/conflict-choice.tsx';
import {DraftProvider} from '../drafts/draft-context.tsx';
import type {DraftKeeper, KnownField} from '../drafts/draft-keeper.ts';
import type {DraftLink} from '../drafts/draft-link.ts';
import {LineState, SaveState} from '../drafts/save-state.tsx';
import {useDraftKeeper} from '../drafts/use-draft-keeper.ts';
import {useKeptForm} from '../drafts/use-kept-form.ts';
import {idIn, type FormsProps} from '../staff/act-form.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';
import {LogSummary} from './log-summary.tsx';
import {NextStepFields} from './next-step-fields.tsx';

type Template = (typeof NOTE_TEMPLATES)[number];

interface LogFormProps extends FormsProps {
  caseId: string;
  /** What it begins with where nothing was typed yet. */
  start: LogStart;
  draft: {id: string; page: string; fields: KnownField[]};
  link: DraftLink;
  /** Part of the ids of its fields, where a page has several. */
  place?: string;
  /** Whether the note has the focus as soon as it is there. */
  isAsked?: boolean;
  /** Saves it without leaving the page; else it is sent as any form. */
  save?: (typed: Record<string, string>, keeper: DraftKeeper) => void;
}

/**
 * A contact in one line and one press: the note has the focus, how and what comes next are proposed, and the two ways to save
 * it say whether they were reached. That is never preset: the first contact that counts is told to whoever referred.
 */
export function LogForm({caseId, start, link, place = 'log', isAsked = false, save, ...form}: LogFormProps) {
  const {problems, submission, version, draft} = form;
  const {today, nation} = start;
  const element = useRef<HTMLFormElement>(null);
  // What was refused, or was typed when the session ended, goes before what stands on the server.
  const sent = Object.fromEntries(Object.entries(form.typed).filter(([name]) => isOfContact(name)));
  const keeper = useDraftKeeper(link, {fields: draft.fields, kept: sent});
  useKeptForm(element, keeper, isOfContact);
  const begun = Object.fromEntries(draft.fields.map(({name, value}) => [name, value]));
  const typed: Record<string, string> = {mode: start.mode, nextStep: start.step, nextOn: start.on, ...begun, ...sent};
  const [usual, setUsual] = useState<Template['was']>('reached');
  useEffect(() => {
    const form = element.current!;
    if (!isAsked) return;
    // All of it, down to the ways to save; of one that is higher than the screen the note first.
    form.scrollIntoView({block: form.offsetHeight < window.innerHeight * 0.75 ? 'nearest' : 'start'});
    focusNote(form, {preventScroll: true});
  }, [isAsked]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!save) return keeper.stop();
    event.preventDefault();
    const {submitter} = event.nativeEvent as SubmitEvent;
    const was: Record<string, string> = submitter instanceof HTMLButtonElement ? {was: submitter.value} : {};
    const fields = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    save({...(Object.fromEntries(fields) as Record<string, string>), ...was}, keeper);
  };
  return (
    <DraftProvider keeper={keeper} problems={problems}>
      <form
        ref={element}
        method="post"
        action={`/caseload/cases/${caseId}`}
        noValidate
        className="log-form"
        onSubmit={submit}
      >
        {/* The Enter key, and "Go" on the keyboard of a telephone, would press the first button that saves: it must not say
            for anybody whether somebody was reached. */}
        <button type="submit" disabled hidden />
        <Submission number={submission} />
        <input type="hidden" name="draft" value={draft.id} autoComplete="off" />
        <input type="hidden" name="version" value={version} autoComplete="off" />
        <input type="hidden" name="act" value="log" />
        <Textarea
          id={idIn(place, 'note')}
          name="note"
          label="Note"
          rows={3}
          defaultValue={typed.note ?? ''}
          error={problems.note}
        />
        <div className="log__templates" role="group" aria-label="Often it was">
          {NOTE_TEMPLATES.map((template) => (
            <button
              key={template.name}
              type="button"
              className="log__template"
              onClick={() => {
                setUsual(template.was);
                if (element.current) fillIn(element.current, template, workingDayIn(today, template.days, nation));
              }}
            >
              {template.name}
            </button>
          ))}
        </div>
        <Conflicts place={place} />
        <Details open={FOLDED.some((name) => problems[name])}>
          <Details.Summary>
            <LogSummary form={element} typed={typed} />
          </Details.Summary>
          <Details.Text>
            <div className="log__row">
              <ChoiceSelect
                id={idIn(place, 'mode')}
                name="mode"
                label="How"
                value={typed.mode}
                error={problems.mode}
                options={MODES}
              />
              <TextInput
                id={idIn(place, 'minutes')}
                name="minutes"
                label="Minutes"
                width="4"
                inputMode="numeric"
                defaultValue={typed.minutes ?? ''}
                error={problems.minutes}
                autoComplete="off"
              />
            </div>
            <NextStepFields typed={typed} problems={problems} today={today} act={place} />
            <div className="log__templates" role="group" aria-label="When it comes next">
              {AFTER.map(({words, days}) => (
                <button
                  key={days}
                  type="button"
                  className="log__template"
                  onClick={() => element.current && put(element.current, 'nextOn', workingDayIn(today, days, nation))}
                >
                  {words}
                </button>
              ))}
            </div>
            <TextInput
              id={idIn(place, 'onDay')}
              name="onDay"
              type="date"
              max={today}
              label="On which day it was"
              hint="Empty: just now"
              defaultValue={typed.onDay ?? ''}
              error={problems.onDay}
            />
            <ChoiceSelect
              id={idIn(place, 'whoWith')}
              name="whoWith"
              label="With whom"
              value={typed.whoWith ?? 'person'}
              options={WHO_WITH}
            />
          </Details.Text>
        </Details>
        {problems.was && <p className="nhsuk-error-message">{problems.was}</p>}
        <div className="log__save" role="group" aria-label="Save the contact">
          <Button id={idIn(place, 'was')} type="submit" name="was" value="reached" secondary={usual !== 'reached'}>
            Save: reached
          </Button>
          <Button type="submit" name="was" value="tried" secondary={usual !== 'tried'}>
            Save: not reached
          </Button>
        </div>
        <SaveState savedAt="Not saved as a contact yet; what you wrote is kept, at" />
        <LineState next={`/caseload/cases/${caseId}`} over={OVER} />
      </form>
    </DraftProvider>
  );
}

/** The fields that are kept as they are typed; the rest of the form says what is done with them. */
const isOfContact = (name: string): boolean => Object.hasOwn(LABELS, name);

const LABELS = {
  mode: 'how',
  minutes: 'minutes',
  note: 'the note',
  nextStep: 'what comes next',
  nextOn: 'on which day',
  whyNone: 'why nothing comes next',
  onDay: 'on which day it was',
  whoWith: 'with whom',
};

/** What stands folded behind one line: proposed, and changed where it was otherwise. */
const FOLDED = ['mode', 'minutes', 'nextStep', 'nextOn', 'whyNone', 'onDay', 'whoWith'] as const;

const AFTER = [
  {words: 'In a week', days: 7},
  {words: 'In two weeks', days: 14},
  {words: 'In a month', days: 28},
] as const;

/** Written in two pages at once: what shall stand. */
const Conflicts = ({place}: {place: string}) => (
  <>
    {Object.entries(LABELS).map(([name, label]) => (
      <ConflictChoice key={name} name={name} id={idIn(place, name)} label={label} />
    ))}
  </>
);

const OVER = {
  closed: 'This contact is written down already. Load the page again to write another.',
  gone: 'This case cannot be written in any more.',
};

/** Puts in what it often was, and the day on which it comes next. A note that somebody has typed stays. */
function fillIn(form: HTMLFormElement, template: Template, on: string) {
  const note = form.elements.namedItem('note') as HTMLTextAreaElement;
  if (note.value.trim() === '') put(form, 'note', template.note);
  put(form, 'nextStep', template.next);
  put(form, 'nextOn', on);
  focusNote(form);
}

function put(form: HTMLFormElement, name: string, value: string) {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

/** With the caret at its end: there it goes on. */
function focusNote(form: HTMLFormElement, options?: FocusOptions) {
  const note = form.elements.namedItem('note');
  if (!(note instanceof HTMLTextAreaElement)) return;
  note.focus(options);
  note.setSelectionRange(note.value.length, note.value.length);
}
