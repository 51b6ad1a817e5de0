import {CALLER_KINDS} from '../../domain/calls/call-choices.ts';
import {useRingTaker} from '../telephony/ring-context.ts';
import {useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';
import {SelectField, TextField} from './fields.tsx';
import {Part} from './part.tsx';

/** Those who call for their work: their organisation is asked for. */
const AT_WORK = new Set([
  'gp',
  'nurse',
  'hospital',
  'care_home',
  'police',
  'ambulance',
  'fire',
  'housing',
  'school',
  'social_care',
  'voluntary',
  'other',
]);

/** Who is on the line, which need not be whom the call is about. */
export function CallerPart() {
  const {keeper} = useCall();
  const kind = useValue('callerKind');
  // Only into an empty field: what somebody has typed is theirs.
  useRingTaker((number) => {
    if (keeper.value('callerPhone') !== '') return false;
    keeper.type('callerPhone', number);
    return true;
  });
  return (
    <Part name="caller">
      <div className="field needs-script">
        <label className="choice">
          <input
            type="checkbox"
            id="callerIsPerson"
            checked={kind === 'person'}
            onChange={(event) => keeper.type('callerKind', event.target.checked ? 'person' : '')}
          />
          <span>The caller is the person themselves</span>
        </label>
      </div>
      <SelectField name="callerKind" label="Who is calling" options={CALLER_KINDS} />
      <TextField name="callerName" label="Their name" />
      <TextField name="callerPhone" label="Their number" inputMode="tel" width="medium" />
      {kind !== 'person' && <TextField name="callerRelation" label="What they are to the person" />}
      {(kind === '' || AT_WORK.has(kind)) && <TextField name="callerOrganisation" label="Their organisation" />}
    </Part>
  );
}
