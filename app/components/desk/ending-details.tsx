import {disciplines} from '../../domain/access/roles.ts';
import {EMERGENCY_SERVICES, GAP_REASONS, PARTS_OF_THREE} from '../../domain/calls/call-choices.ts';
import {PRIORITIES} from '../../domain/queues/priorities.ts';
import type {DeskChoices} from '../../domain/calls/desk-choices.server.ts';
import type {DispositionKind} from '../../domain/calls/dispositions.ts';
import {AGREED_BY, AGREED_HOW} from '../../domain/people/opening-reasons.ts';
import {useProblem} from '../drafts/draft-context.tsx';
import type {NeedChoice} from './call-types.ts';
import {CallBackFields} from './call-back-fields.tsx';
import {FieldNotes, SelectField, TextField, useList} from './fields.tsx';
import type {NearView} from './near-view.ts';
import {swallow} from './person-card.tsx';
import type {PersonView} from './person-view.ts';

/** What the ways of ending draw on: lists to choose from, and what the call holds so far. */
export interface EndingChoices {
  choices: DeskChoices;
  needs: NeedChoice[];
  given: NearView[];
  person: PersonView | null;
}

const priorityNames = Object.fromEntries(
  Object.entries(PRIORITIES).map(([key, {name, says}]) => [key, `${name}: ${says.toLowerCase()}`]),
);

/** What one way of ending requires. */
export function EndingDetails({kind, choices, needs, given, person}: EndingChoices & {kind: DispositionKind}) {
  switch (kind) {
    case 'information_given':
      return <TextField name="informationNote" label="What you told them" rows={2} />;
    case 'self_care':
      return <TextField name="selfCareNote" label="What they will do for themselves" rows={2} />;
    case 'signposted':
      return <Given given={given} />;
    case 'reconnected':
      return <TextField name="reconnectedWith" label="Which service they are back in touch with" rows={2} />;
    case 'call_back_promised':
      return <CallBackFields colleagues={choices.colleagues} />;
    case 'handed_on':
      return (
        <>
          <SelectField name="handOnTo" label="Who should take it up" options={pick(disciplines, choices.disciplines)} />
          <SelectField name="handOnPriority" label="How soon" options={priorityNames} />
          <TextField name="handOnReason" label="Why" rows={3} />
        </>
      );
    case 'link_worker_referral':
      return (
        <>
          {!person && <p className="field__hint">A referral is for somebody: find the person first (key p).</p>}
          <SelectField name="referTo" label="To which organisation" options={names(choices.organisations)} />
          <TextField name="referReason" label="What a link worker could help with" rows={3} />
          <SelectField name="referConsentBy" label="Who agreed to it" options={AGREED_BY} />
          <SelectField name="referConsentHow" label="How they agreed" options={AGREED_HOW} />
        </>
      );
    case 'passed_to_gp':
      return (
        <>
          <TextField
            name="practice"
            label="Which practice"
            hint={person?.practice ? `In the record: ${person.practice}` : undefined}
          />
          <TextField name="gpNote" label="What they are asked to do" rows={2} />
        </>
      );
    case 'emergency_services':
      return (
        <>
          <SelectField name="emergencyService" label="Which service" options={EMERGENCY_SERVICES} />
          <TextField name="emergencyNote" label="What was agreed with them" rows={2} />
        </>
      );
    case 'safeguarding':
      return (
        <>
          <TextField name="concern" label="What worries you, in the words you heard" rows={3} />
          <TextField name="concernWishes" label="What the person wishes" rows={2} />
          <SelectField name="hasCareNeeds" label="Do they need care and support?" options={PARTS_OF_THREE} />
          <SelectField
            name="isAtRisk"
            label="Are they being abused or neglected, or at risk of it?"
            options={PARTS_OF_THREE}
          />
          <SelectField
            name="cannotProtect"
            label="Are they unable to protect themselves because of those needs?"
            options={PARTS_OF_THREE}
          />
        </>
      );
    case 'nothing_suitable':
      return (
        <>
          <SelectField
            name="gapNeed"
            label="Which need"
            options={Object.fromEntries(needs.map(({key, name}) => [key, name]))}
          />
          <SelectField name="gapReason" label="Why nothing was suitable" options={GAP_REASONS} />
          <p className="field__hint">The place is what stands under Near, or where the person lives.</p>
        </>
      );
    case 'caller_ended':
      return <TextField name="callerEndedNote" label="Where you had got to" rows={2} />;
    case 'wrong_number':
      return <TextField name="helpedTo" label="Where you told them to ring" />;
    case 'test_call':
      return null;
  }
}

/** What was given, in the order in which it was. */
function Given({given}: {given: EndingChoices['given']}) {
  const {list, turn} = useList('services');
  const problem = useProblem('services');
  const shown = list.map((id) => ({id, name: given.find((one) => one.id === id)?.name ?? 'A service'}));
  return (
    <div className={problem ? 'field field--wrong' : 'field'} id="services" tabIndex={-1}>
      <FieldNotes name="services" problem={problem} />
      {shown.length === 0 && <p className="field__hint">Give them one under What is near: its figure does it.</p>}
      <ul className="given-list" role="list" aria-label="Services given">
        {shown.map(({id, name}) => (
          <li key={id}>
            <span>{name}</span>
            <button type="button" className="link-button needs-script" onClick={swallow(() => turn(id))}>
              Take back<span className="nhsuk-u-visually-hidden"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const pick = (all: Record<string, string>, keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, all[key] ?? key]));
const names = (list: {id: string; name: string}[]) => Object.fromEntries(list.map(({id, name}) => [id, name]));
