import {BackLink} from 'nhsuk-react-components';
import {useMemo, useRef} from 'react';
import {PERSON_KNOWN} from '../../domain/calls/call-choices.ts';
import type {CallValues} from '../../domain/calls/call-fields.ts';
import {LIVING, type DispositionKind} from '../../domain/calls/dispositions.ts';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';
import {useValue} from '../drafts/draft-context.tsx';
import type {Conflict, KnownField} from '../drafts/draft-keeper.ts';
import {DraftLink} from '../drafts/draft-link.ts';
import {LineState, SaveState} from '../drafts/save-state.tsx';
import {startOf, useDraftKeeper} from '../drafts/use-draft-keeper.ts';
import {useKeptForm} from '../drafts/use-kept-form.ts';
import {CallProvider} from './call-context.tsx';
import {CallLink} from './call-link.ts';
import type {NeedChoice} from './call-types.ts';
import {CallerPart} from './caller-part.tsx';
import {CorrectNotices, CorrectReason, overOf, type CorrectionState} from './correct-notices.tsx';
import {DangerPart} from './danger-part.tsx';
import {EndingPart} from './ending-part.tsx';
import {ChoiceField} from './fields.tsx';
import type {NearView} from './near-view.ts';
import {Part} from './part.tsx';
import {RightPersonFields, type RightPerson} from './right-person.tsx';
import {StoryPart} from './story-part.tsx';
import {StrengthsPart} from './strengths-part.tsx';

interface CorrectCallProps {
  /** `isAboutSomebody`: it stands in the record of a person. */
  call: {id: string; reference: string; isAboutSomebody: boolean};
  submission: string;
  version: number;
  /** How the call stands. */
  values: CallValues;
  /** What was typed since, and the id of this open page. */
  draft: {id: string; page: string; fields: KnownField[]};
  /** What was typed and may not stand in the draft yet. */
  kept: Record<string, string>;
  conflicts: Conflict[];
  right: RightPerson;
  problems: CallProblems & {reason?: string};
  /** Ways of ending that go on by themselves, and are looked after where they live. */
  living: readonly DispositionKind[];
  needs: NeedChoice[];
  given: NearView[];
  state: CorrectionState;
}

const NO_CHOICES = {colleagues: [], disciplines: [], organisations: []};

/** The parts of a call once more, as one form: what is typed is kept, and becomes the call when its button is pressed. */
export function CorrectCall(props: CorrectCallProps) {
  const {call, submission, version, values, draft, kept, conflicts, right, problems, living, needs, given, state} =
    props;
  const form = useRef<HTMLFormElement>(null);
  const own = useMemo(
    () => new DraftLink(`/desk/ended/${call.id}/correct`, {page: draft.page, draft: draft.id, seen: version}),
    [call.id, draft.page, draft.id, version],
  );
  const keeper = useDraftKeeper(own, {fields: startOf(values, draft.fields), kept, conflicts});
  useKeptForm(form, keeper, isOfTheForm);
  const link = useMemo(() => new CallLink(call.id, submission), [call.id, submission]);
  return (
    <CallProvider keeper={keeper} link={link} problems={problems}>
      <form ref={form} method="post" className="call call--correct" noValidate onSubmit={() => keeper.stop()}>
        <Submission number={submission} />
        <input type="hidden" name="version" value={version} autoComplete="off" />
        <input type="hidden" name="draft" value={draft.id} autoComplete="off" />
        <input type="hidden" name="page" value={draft.page} autoComplete="off" />
        <input
          type="hidden"
          name="known"
          value={JSON.stringify(versionsOf(draft.fields, conflicts))}
          autoComplete="off"
        />
        <Ordered />
        {/* Enter in a field saves, as it would without the buttons that find a person. */}
        <button type="submit" className="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true">
          Save the correction
        </button>
        <FormProblems problems={problems} />
        <BackLink href={`/desk/ended/${call.id}`}>Call {call.reference}</BackLink>
        <h1>Correct call {call.reference}</h1>
        <CorrectNotices callId={call.id} {...state} />
        <LineState next="/desk" over={overOf(call.id)} />
        <CorrectReason problem={problems.reason} begun={keeper.value('reason')} />
        <div className="call-parts call-parts--correct">
          <div className="call-column call-column--who">
            <DangerPart />
            <CallerPart />
            <PersonCorrected isKnown={call.isAboutSomebody} right={right} />
          </div>
          <div className="call-column call-column--what">
            <StoryPart needs={needs} heard={[]} />
            <StrengthsPart />
          </div>
          <div className="call-column call-column--end">
            <EndingPart choices={NO_CHOICES} needs={needs} given={given} person={null} without={LIVING} />
            {living.length > 0 && (
              <p className="field__hint">
                What was handed on, promised, referred or raised goes on by itself. Where the call goes into another
                record, what nobody has in hand goes with it.
              </p>
            )}
            <button type="submit" className="nhsuk-button">
              Save the correction
            </button>
            <SaveState savedAt="Not saved as a correction yet; what you typed is kept, at" />
          </div>
        </div>
      </form>
    </CallProvider>
  );
}

/** What keeps itself by the form; each field of a call does so by its own part. */
const isOfTheForm = (name: string): boolean => name === 'reason' || name === 'rightWords';

/** The versions with which the form is shown; of what two pages had typed, the one that stands there now. */
const versionsOf = (fields: KnownField[], conflicts: Conflict[]): Record<string, number> =>
  Object.fromEntries([...fields, ...conflicts].map(({name, version}) => [name, version]));

/** What boxes cannot say: the order of the needs, and the services that were given. */
function Ordered() {
  const needs = useValue('needs');
  const services = useValue('services').split(',').filter(Boolean);
  return (
    <>
      <input type="hidden" name="needsInOrder" value={needs} />
      {services.map((id) => (
        <input key={id} type="hidden" name="services" value={id} />
      ))}
    </>
  );
}

const {anonymous, nobody} = PERSON_KNOWN;

/** Whoever it was written down for by mistake does not keep it in their record; it goes into the right one, or into none. */
function PersonCorrected({isKnown, right}: {isKnown: boolean; right: RightPerson}) {
  return (
    <Part name="person">
      <ChoiceField
        name="personKnown"
        label="Whom it is about"
        hint={
          isKnown ? 'Written down for the wrong person? Choose another answer, and it leaves their record.' : undefined
        }
        options={{
          ...(isKnown ? {identified: 'The person in whose record it stands'} : {}),
          other: isKnown ? 'Somebody else: it goes into their record' : 'Somebody whose record it goes into',
          anonymous,
          nobody,
        }}
      />
      <RightPersonFields right={right} />
    </Part>
  );
}
