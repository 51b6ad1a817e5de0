import {Button, Details, Radios, Textarea, TextInput} from 'nhsuk-react-components';
import {useMemo, useRef, useState} from 'react';
import {MODES, NOTE_TEMPLATES, WHO_WITH} from '../../domain/cases/case-choices.ts';
import {addDays} from '../../domain/dates/calendar-date.ts';
import {ConflictChoice} from '../drafts/conflict-choice.tsx';
import {DraftProvider} from '../drafts/draft-context.tsx';
import type {KnownField} from '../drafts/draft-keeper.ts';
import {DraftLink} from '../drafts/draft-link.ts';
import {LineState, SaveState} from '../drafts/save-state.tsx';
import {useDraftKeeper} from '../drafts/use-draft-keeper.ts';
import {useKeptForm} from '../drafts/use-kept-form.ts';
import {idIn, type FormsProps} from '../staff/act-form.tsx';
import {Submission} from '../staff/submission.tsx';
import {NextStepFields} from './next-step-fields.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';

type Template = (typeof NOTE_TEMPLATES)[number];

interface LogContactProps extends FormsProps {
  caseId: string;
  today: string;
  draft: {id: string; page: string; fields: KnownField[]};
}

/** Writing down a contact: one press for what it often was, one line, the next step. */
export function LogContact({caseId, today, ...form}: LogContactProps) {
  // As it was when the page was opened: what comes in later must not take words from under somebody's hands.
  const [draft] = useState(form.draft);
  const {problems, submission, version} = form;
  const element = useRef<HTMLFormElement>(null);
  const link = useMemo(
    () => new DraftLink(`/caseload/cases/${caseId}/draft`, {page: draft.page, draft: draft.id}),
    [caseId, draft],
  );
  // What was refused, or was typed when the session ended, goes before what stands on the server.
  const sent = Object.fromEntries(Object.entries(form.typed).filter(([name]) => isOfContact(name)));
  const keeper = useDraftKeeper(link, {fields: draft.fields, kept: sent});
  useKeptForm(element, keeper, isOfContact);
  const begun = Object.fromEntries(draft.fields.map(({name, value}) => [name, value]));
  const typed = {...begun, ...sent};
  return (
    <section className="log" aria-labelledby="log">
      <h2 id="log" tabIndex={-1}>
        Log a contact
      </h2>
      {Object.keys(begun).length > 0 && Object.keys(sent).length === 0 && (
        <p className="log__kept">You had begun to write. It is here again.</p>
      )}
      <div className="log__templates" role="group" aria-label="Often it was">
        {NOTE_TEMPLATES.map((template) => (
          <button
            key={template.name}
            type="button"
            className="log__template"
            onClick={() => element.current && fillIn(element.current, template, today)}
          >
            {template.name}
          </button>
        ))}
      </div>
      <DraftProvider keeper={keeper} problems={problems}>
        <form ref={element} method="post" noValidate onSubmit={() => keeper.stop()}>
          <Submission number={submission} />
          <input type="hidden" name="draft" value={draft.id} autoComplete="off" />
          <input type="hidden" name="version" value={version} autoComplete="off" />
          <input type="hidden" name="act" value="log" />
          <Radios
            id={idIn('log', 'was')}
            name="was"
            legend="Did you reach them?"
            legendProps={{size: 's'}}
            error={problems.was}
            inline
            small
          >
            <Radios.Item value="reached" defaultChecked={typed.was === 'reached'}>
              Reached
            </Radios.Item>
            <Radios.Item value="tried" defaultChecked={typed.was === 'tried'}>
              Tried
            </Radios.Item>
          </Radios>
          <div className="log__row">
            <ChoiceSelect
              id={idIn('log', 'mode')}
              name="mode"
              label="How"
              value={typed.mode ?? 'phone'}
              error={problems.mode}
              options={MODES}
            />
            <TextInput
              id={idIn('log', 'minutes')}
              name="minutes"
              label="Minutes"
              width="4"
              inputMode="numeric"
              defaultValue={typed.minutes ?? ''}
              error={problems.minutes}
              autoComplete="off"
            />
          </div>
          <Textarea
            id={idIn('log', 'note')}
            name="note"
            label="Note"
            rows={3}
            defaultValue={typed.note ?? ''}
            error={problems.note}
          />
          <Conflicts />
          <NextStepFields typed={typed} problems={problems} today={today} act="log" />
          <Details open={Boolean(problems.onDay)}>
            <Details.Summary>Another day, or with somebody else</Details.Summary>
            <Details.Text>
              <TextInput
                id={idIn('log', 'onDay')}
                name="onDay"
                type="date"
                max={today}
                label="On which day it was"
                hint="Empty: just now"
                defaultValue={typed.onDay ?? ''}
                error={problems.onDay}
              />
              <ChoiceSelect
                id={idIn('log', 'whoWith')}
                name="whoWith"
                label="With whom"
                value={typed.whoWith ?? 'person'}
                options={WHO_WITH}
              />
            </Details.Text>
          </Details>
          <Button type="submit">Save the contact</Button>
          <SaveState savedAt="Not saved as a contact yet; what you wrote is kept, at" />
          <LineState next={`/caseload/cases/${caseId}`} over={OVER} />
        </form>
      </DraftProvider>
    </section>
  );
}

/** The fields that are kept as they are typed; the rest of the form says what is done with them. */
const isOfContact = (name: string): boolean => Object.hasOwn(LABELS, name);

const LABELS = {
  was: 'whether you reached them',
  mode: 'how',
  minutes: 'minutes',
  note: 'the note',
  nextStep: 'what comes next',
  nextOn: 'on which day',
  whyNone: 'why nothing comes next',
  onDay: 'on which day it was',
  whoWith: 'with whom',
};

/** Written in two pages at once: what shall stand. */
const Conflicts = () => (
  <>
    {Object.entries(LABELS).map(([name, label]) => (
      <ConflictChoice key={name} name={name} id={idIn('log', name)} label={label} />
    ))}
  </>
);

const OVER = {
  closed: 'This contact is written down already. Load the page again to write another.',
  gone: 'This case cannot be written in any more.',
};

/** Puts in what it often was. A note that somebody has typed stays. */
function fillIn(form: HTMLFormElement, template: Template, today: string) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
  const put = (name: string, value: string, isKept = false) => {
    const found = field(name);
    if (!found) return;
    if (found instanceof RadioNodeList) found.value = value;
    else if (!isKept || found.value.trim() === '') found.value = value;
    const changed = found instanceof RadioNodeList ? form.querySelector(`[name="${name}"]:checked`) : found;
    changed?.dispatchEvent(new Event('input', {bubbles: true}));
  };
  put('was', template.was);
  put('note', template.note, true);
  put('nextStep', template.next);
  put('nextOn', addDays(today, template.days));
  const note = field('note');
  if (note instanceof HTMLElement) note.focus();
}
