import {Button, Details, Radios, Textarea, TextInput} from 'nhsuk-react-components';
import {useRef} from 'react';
import {MODES, NOTE_TEMPLATES, WHO_WITH} from '../../domain/cases/case-choices.ts';
import {addDays} from '../../domain/dates/calendar-date.ts';
import {idIn, type FormsProps} from '../staff/act-form.tsx';
import {Submission} from '../staff/submission.tsx';
import {NextStepFields} from './next-step-fields.tsx';
import {useContactDraft} from './use-contact-draft.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';

type Template = (typeof NOTE_TEMPLATES)[number];

/** Writing down a contact: one press for what it often was, one line, the next step. */
export function LogContact({
  caseId,
  today,
  hasDraft,
  ...form
}: FormsProps & {caseId: string; today: string; hasDraft: boolean}) {
  const {typed, problems, submission, version} = form;
  const element = useRef<HTMLFormElement>(null);
  const says = useContactDraft(element, `/caseload/cases/${caseId}/draft`);
  return (
    <section className="log" aria-labelledby="log">
      <h2 id="log" tabIndex={-1}>
        Log a contact
      </h2>
      {hasDraft && <p className="log__kept">You had begun to write. It is here again.</p>}
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
      <form ref={element} method="post" noValidate>
        <Submission number={submission} />
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
        <p className="log__says" role="status">
          {says}
        </p>
      </form>
    </section>
  );
}

/** Puts in what it often was. A note that somebody has typed stays. */
function fillIn(form: HTMLFormElement, template: Template, today: string) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;
  const put = (name: string, value: string, isKept = false) => {
    const found = field(name);
    if (!found) return;
    if (found instanceof RadioNodeList) found.value = value;
    else if (!isKept || found.value.trim() === '') found.value = value;
  };
  put('was', template.was);
  put('note', template.note, true);
  put('nextStep', template.next);
  put('nextOn', addDays(today, template.days));
  form.dispatchEvent(new Event('input', {bubbles: true}));
  const note = field('note');
  if (note instanceof HTMLElement) note.focus();
}
