import {DANGER} from '../../domain/calls/call-choices.ts';
import {ChoiceField, TextField} from './fields.tsx';
import {Part} from './part.tsx';

/** First of all: is anyone in danger now? What then has to be done stands right below, and that it was asked is kept. */
export function DangerPart() {
  return (
    <Part name="danger">
      <ChoiceField name="danger" label="Is anyone in danger now?" options={DANGER} />
      <div className="danger-help" aria-live="polite">
        <p className="danger-help__now">
          <strong>Ring 999 now, or have them do so, and stay on the line.</strong>
        </p>
        <ol className="danger-help__steps">
          <li>Where are they, exactly? Read the place back.</li>
          <li>Are they breathing and awake? Is anything making it worse: fire, a weapon, somebody else?</li>
          <li>Who is with them? Can somebody open the door and wait outside?</li>
          <li>Stay until help has arrived. Do not put them on hold.</li>
        </ol>
        <ul className="danger-help__numbers" role="list">
          <li>
            <strong>999</strong> ambulance, police, fire, coastguard
          </li>
          <li>
            <strong>111</strong> medical help that cannot wait; option 2 for a mental health crisis
          </li>
          <li>
            <strong>116 123</strong> Samaritans, day or night
          </li>
          <li>
            <strong>18000</strong> 999 by Relay UK, for who cannot hear or speak
          </li>
        </ul>
        <TextField name="dangerNote" label="What the danger is, and what you did" rows={2} />
        <ChoiceField name="stayedOnLine" label="Did you stay on the line?" options={{yes: 'Yes', no: 'No'}} />
      </div>
    </Part>
  );
}
