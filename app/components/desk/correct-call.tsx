import {BackLink} from 'nhsuk-react-components';
import {useMemo} from 'react';
import {PERSON_KNOWN} from '../../domain/calls/call-choices.ts';
import type {CallValues} from '../../domain/calls/call-fields.ts';
import type {DispositionKind} from '../../domain/calls/dispositions.ts';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {Submission} from '../staff/submission.tsx';
import {useValue} from '../drafts/draft-context.tsx';
import {CallProvider} from './call-context.tsx';
import {CallLink} from './call-link.ts';
import type {NeedChoice} from './call-types.ts';
import {CallerPart} from './caller-part.tsx';
import {DangerPart} from './danger-part.tsx';
import {DraftKeeper} from '../drafts/draft-keeper.ts';
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
  values: CallValues;
  reason: string;
  right: RightPerson;
  problems: CallProblems & {reason?: string};
  /** Ways of ending that go on by themselves, and are looked after where they live. */
  living: readonly DispositionKind[];
  needs: NeedChoice[];
  given: NearView[];
  isHeld: boolean;
  isChanged: boolean;
}

const NO_CHOICES = {colleagues: [], disciplines: [], organisations: []};

/** The parts of a call once more, as one form: nothing is sent before its button is pressed. */
export function CorrectCall(props: CorrectCallProps) {
  const {call, submission, version, values, reason, right, problems, living, needs, given, isHeld, isChanged} = props;
  const keeper = useMemo(() => stillKeeper(values), [values]);
  const link = useMemo(() => new CallLink(call.id, submission), [call.id, submission]);
  return (
    <CallProvider keeper={keeper} link={link} problems={problems}>
      <form method="post" className="call call--correct" noValidate>
        <Submission number={submission} />
        <input type="hidden" name="version" value={version} autoComplete="off" />
        <Ordered />
        {/* Enter in a field saves, as it would without the buttons that find a person. */}
        <button type="submit" className="nhsuk-u-visually-hidden" tabIndex={-1} aria-hidden="true">
          Save the correction
        </button>
        <FormProblems problems={problems} />
        <BackLink href={`/desk/ended/${call.id}`}>Call {call.reference}</BackLink>
        <h1>Correct call {call.reference}</h1>
        {isHeld && <HeldNotice />}
        {isChanged && (
          <div className="conflict" role="alert">
            <p className="conflict__title">
              Somebody else corrected this call while you were typing. Yours is still below, and not saved.{' '}
              <a href={`/desk/ended/${call.id}`} target="_blank" rel="noreferrer">
                See how it stands now (opens a new tab)
              </a>
              . If you save, yours becomes the next version.
            </p>
          </div>
        )}
        <div className="field">
          <label className="field__label" htmlFor="reason">
            Why is it corrected?
          </label>
          <p className="field__hint" id="reason-hint">
            Your name is kept with it. Do not name anybody whose record this is not. What the call said before stays,
            for whoever checks it.
          </p>
          {problems.reason && (
            <p className="field__problem" id="reason-problem">
              {problems.reason}
            </p>
          )}
          <textarea
            id="reason"
            name="reason"
            className="field__box field__box--long"
            rows={2}
            defaultValue={reason}
            aria-describedby="reason-hint"
          />
        </div>
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
            <EndingPart choices={NO_CHOICES} needs={needs} given={given} person={null} without={LIVES_ELSEWHERE} />
            {living.length > 0 && (
              <p className="field__hint">
                What was handed on, promised, referred or raised goes on by itself and stays as it is.
              </p>
            )}
            <button type="submit" className="nhsuk-button">
              Save the correction
            </button>
          </div>
        </div>
      </form>
    </CallProvider>
  );
}

/** They have a life of their own by now: neither added nor taken out by a correction. */
const LIVES_ELSEWHERE: readonly DispositionKind[] = [
  'call_back_promised',
  'handed_on',
  'link_worker_referral',
  'safeguarding',
];

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

/** Holds what is typed and sends nothing. */
function stillKeeper(values: CallValues): DraftKeeper {
  const fields = Object.entries(values).map(([name, value]) => ({name, value: value ?? '', version: 1}));
  return new DraftKeeper(fields, {
    send: () => Promise.resolve({kind: 'kept', saved: [], conflicts: []}),
    now: () => 0,
    later: () => () => {},
  });
}
