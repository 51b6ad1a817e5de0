import {TextInput} from 'nhsuk-react-components';
import {useSyncExternalStore} from 'react';
import {ASPIRATIONS} from '../../domain/plans/plan-choices.ts';
import {ConflictChoice} from '../drafts/conflict-choice.tsx';
import {useDraftParts, useValue} from '../drafts/draft-context.tsx';

type FieldOf = (name: string) => {id: string; name: string; defaultValue: string; error?: string};

interface PlanGoalFieldsProps {
  place: number;
  /** How many steps are shown. */
  steps: number;
  field: FieldOf;
}

/** One thing that somebody wants to change, with its steps. */
export function PlanGoalFields({place, steps, field}: PlanGoalFieldsProps) {
  const at = `goal.${place}`;
  return (
    <fieldset className="plan-form__goal">
      <legend>{place === 0 ? 'What do you want to change?' : 'Something else you want to change?'}</legend>
      <TextInput {...field(`${at}.words`)} label="In your words" />
      <ConflictChoice name={`${at}.words`} label="what you want to change" />
      <div className="plan-form__row">
        <TextInput {...field(`${at}.now`)} label="How is it now? 0 to 10" inputMode="numeric" width={2} />
        <TextInput {...field(`${at}.wanted`)} label="How would you like it? 0 to 10" inputMode="numeric" width={2} />
      </div>
      <ConflictChoice name={`${at}.now`} label="how it is now" />
      <ConflictChoice name={`${at}.wanted`} label="how you would like it" />
      <details>
        <summary>
          Which of these does it come under? <Chosen at={at} />
        </summary>
        {Object.entries(ASPIRATIONS).map(([tag, words]) => (
          <Tick key={tag} name={`${at}.tag.${tag}`} words={words} />
        ))}
      </details>
      {Array.from({length: steps}, (_, next) => (
        <StepFields key={next} name={`${at}.step.${next}`} isFirst={next === 0} field={field} />
      ))}
    </fieldset>
  );
}

/** What a goal comes under, said while the choices are folded away. */
function Chosen({at}: {at: string}) {
  const {keeper} = useDraftParts();
  const read = () =>
    Object.entries(ASPIRATIONS)
      .filter(([tag]) => keeper.value(`${at}.tag.${tag}`) === 'yes')
      .map(([, words]) => words)
      .join(' · ');
  return <strong>{useSyncExternalStore(keeper.subscribe, read, read)}</strong>;
}

function StepFields({name, isFirst, field}: {name: string; isFirst: boolean; field: FieldOf}) {
  const service = useValue(`${name}.service`);
  return (
    <div className="plan-form__step">
      <div className="plan-form__row">
        <TextInput {...field(`${name}.what`)} label={isFirst ? 'A first step' : 'Another step'} />
      </div>
      <div className="plan-form__row">
        <TextInput {...field(`${name}.who`)} label="Who does it" />
        <TextInput {...field(`${name}.by`)} label="By when" type="date" />
        <Tick name={`${name}.done`} words="Done" />
      </div>
      {/* Goes along, so that a step that came from the directory stays tied to it. */}
      <input type="hidden" name={`${name}.service`} value={service} autoComplete="off" />
      <ConflictChoice name={`${name}.what`} label="a step" />
      <ConflictChoice name={`${name}.who`} label="who does it" />
      <ConflictChoice name={`${name}.by`} label="by when" />
    </div>
  );
}

function Tick({name, words}: {name: string; words: string}) {
  const {keeper} = useDraftParts();
  return (
    <>
      <label className="plan-form__tick">
        <input id={name} type="checkbox" name={name} value="yes" defaultChecked={keeper.value(name) === 'yes'} />
        {words}
      </label>
      <ConflictChoice name={name} label={words} />
    </>
  );
}
