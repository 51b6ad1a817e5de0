import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {useRef, useState, useSyncExternalStore, type FormEvent} from 'react';
import {AGREED_BY, PLAN_PARTS, type PlanPart} from '../../domain/plans/plan-choices.ts';
import {shownFields} from '../../domain/plans/plan-form.ts';
import {ConflictChoice} from '../drafts/conflict-choice.tsx';
import {DraftProvider} from '../drafts/draft-context.tsx';
import {LineState, SaveState} from '../drafts/save-state.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';
import {PlanGoalFields} from './plan-goal-fields.tsx';
import {usePlanDraft, type PlanDraftProps} from './use-plan-draft.ts';

interface PlanFormProps extends PlanDraftProps {
  submission: string;
  /** Who had begun to change it before this page was opened. */
  begun: string[];
}

/** The plan as it is written together: the person's words first, one more empty goal and step than there are. */
export function PlanForm({submission, begun, ...draft}: PlanFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const {keeper, present, keptBy} = usePlanDraft(draft, form);
  const {answer, caseId, seen, page, fields} = draft;
  const problems = answer.problems ?? {};
  const [says, setSays] = useState('');
  // Which goals and steps are in use, as words, so that a letter typed elsewhere makes nothing anew.
  const shape = () => JSON.stringify(shownFields(keeper.value));
  const shown = JSON.parse(useSyncExternalStore(keeper.subscribe, shape, shape)) as ReturnType<typeof shownFields>;
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: keeper.value(name),
    autoComplete: 'off',
    ...(problems[name] ? {error: problems[name]} : {}),
  });
  const part = (name: PlanPart) => (
    <div key={name}>
      <Textarea {...field(name)} label={PLAN_PARTS[name].asks} labelProps={{size: 'm'}} rows={3} />
      <ConflictChoice name={name} label={PLAN_PARTS[name].title} />
    </div>
  );

  /** All of it has to have arrived before it is kept as a version; it then need not come along once more. */
  const keep = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    event.preventDefault();
    setSays('Keeping the plan…');
    void keeper.flush().then((isWhole) => {
      if (!isWhole) return setSays(whyNot(keeper.stateNow().kind));
      const inDraft = document.createElement('input');
      Object.assign(inDraft, {type: 'hidden', name: 'inDraft', value: 'yes'});
      element.append(inDraft);
      element.submit();
    });
  };

  return (
    <DraftProvider keeper={keeper} problems={problems}>
      <form ref={form} method="post" noValidate className="plan-form" onSubmit={keep}>
        <Submission number={submission} />
        <input type="hidden" name="seen" value={seen} autoComplete="off" />
        <input type="hidden" name="page" value={page} autoComplete="off" />
        <input type="hidden" name="known" value={knownOf(fields, answer.conflicts)} autoComplete="off" />
        <div className="plan-form__state">
          <SaveState />
          <ul className="plan-form__present" role="list" aria-label="Others in this plan">
            {present.map(({name}) => (
              <li key={name}>{name} has it open too. You see what each other types.</li>
            ))}
          </ul>
        </div>
        {begun.length > 0 && (
          <p className="plan-form__begun">
            What {begun.join(' and ')} typed since it was last kept is here. It becomes a version when you keep the
            plan.
          </p>
        )}
        <LineState
          next={`/caseload/cases/${caseId}/plan`}
          over={{
            closed: (
              <>
                <strong>The plan was kept{keptBy ? ` ${keptBy}` : ''}.</strong> What you typed here last is still here.{' '}
                <button type="button" className="quiet-button" onClick={() => form.current?.submit()}>
                  Go on with it
                </button>
              </>
            ),
            gone: (
              <>
                <strong>This plan cannot be written in any more.</strong> <a href="/caseload">Back to your day</a>
              </>
            ),
          }}
        />
        {part('matters')}
        {part('strengths')}
        {part('around')}
        {shown.map((steps, place) => (
          <PlanGoalFields key={place} place={place} steps={steps} field={field} />
        ))}
        {part('hard')}
        <TextInput {...field('reviewOn')} label="When do we look at it again?" type="date" width={10} />
        <ConflictChoice name="reviewOn" label="when we look at it again" />
        <ChoiceSelect
          name="agreedBy"
          label="Agreed"
          value={keeper.value('agreedBy') || 'not_yet'}
          options={AGREED_BY}
        />
        <ConflictChoice name="agreedBy" label="who agreed" />
        <Button type="submit" preventDoubleClick>
          Keep the plan
        </Button>
        <p role="status">{says}</p>
      </form>
    </DraftProvider>
  );
}

const whyNot = (kind: string): string => {
  if (kind === 'away') return 'There is no connection. Nothing is lost: try again in a moment.';
  if (kind === 'signed-out') return 'You have been signed out: sign in again, then keep the plan.';
  if (kind === 'over') return '';
  return 'The same words were changed elsewhere: choose what shall stand there, then keep the plan.';
};

/** The versions with which the form was shown; of what two had written, the one that stands there now. */
const knownOf = (fields: PlanDraftProps['fields'], conflicts: PlanDraftProps['fields'] = []): string =>
  JSON.stringify(Object.fromEntries([...fields, ...conflicts].map(({name, version}) => [name, version])));
