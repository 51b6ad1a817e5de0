import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {
  AGREED_BY,
  ASPIRATIONS,
  MOST_GOALS,
  MOST_STEPS,
  PLAN_PARTS,
  type PlanPart,
} from '../../domain/plans/plan-choices.ts';
import type {TypedPlan} from '../../domain/plans/plan-form.ts';
import {Submission} from '../staff/submission.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';

interface PlanFormProps {
  typed: TypedPlan;
  problems: Record<string, string>;
  submission: string;
  seen: number;
}

/** The plan as it is written together: the person's words first, one more empty goal and step than there are. */
export function PlanForm({typed, problems, submission, seen}: PlanFormProps) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: typed[name] ?? '',
    ...(problems[name] ? {error: problems[name]} : {}),
  });
  const isUsed = (start: string) => Object.entries(typed).some(([name, value]) => name.startsWith(start) && value);
  const shown = (most: number, start: (place: number) => string) =>
    Array.from({length: most}, (_, place) => place).filter(
      (place) => place === 0 || isUsed(start(place)) || isUsed(start(place - 1)),
    );
  const part = (name: PlanPart) => (
    <Textarea {...field(name)} key={name} label={PLAN_PARTS[name].asks} labelProps={{size: 'm'}} rows={3} />
  );
  return (
    <form method="post" noValidate className="plan-form">
      <Submission number={submission} />
      <input type="hidden" name="seen" value={seen} autoComplete="off" />
      {part('matters')}
      {part('strengths')}
      {part('around')}
      {shown(MOST_GOALS, (place) => `goal.${place}.`).map((place) => {
        const at = `goal.${place}`;
        return (
          <fieldset key={at} className="plan-form__goal">
            <legend>{place === 0 ? 'What do you want to change?' : 'Something else you want to change?'}</legend>
            <TextInput {...field(`${at}.words`)} label="In your words" />
            <div className="plan-form__row">
              <TextInput {...field(`${at}.now`)} label="How is it now? 0 to 10" inputMode="numeric" width={2} />
              <TextInput
                {...field(`${at}.wanted`)}
                label="How would you like it? 0 to 10"
                inputMode="numeric"
                width={2}
              />
            </div>
            <details open={isUsed(`${at}.tag.`)}>
              <summary>Which of these does it come under?</summary>
              {Object.entries(ASPIRATIONS).map(([tag, words]) => (
                <label key={tag} className="plan-form__tick">
                  <input
                    type="checkbox"
                    name={`${at}.tag.${tag}`}
                    value="yes"
                    defaultChecked={typed[`${at}.tag.${tag}`] === 'yes'}
                  />
                  {words}
                </label>
              ))}
            </details>
            {shown(MOST_STEPS, (next) => `${at}.step.${next}.`).map((next) => {
              const step = `${at}.step.${next}`;
              return (
                <div key={step} className="plan-form__row plan-form__step">
                  <TextInput {...field(`${step}.what`)} label={next === 0 ? 'A first step' : 'Another step'} />
                  <TextInput {...field(`${step}.who`)} label="Who does it" />
                  <TextInput {...field(`${step}.by`)} label="By when" type="date" />
                  <label className="plan-form__tick">
                    <input
                      type="checkbox"
                      name={`${step}.done`}
                      value="yes"
                      defaultChecked={typed[`${step}.done`] === 'yes'}
                    />
                    Done
                  </label>
                </div>
              );
            })}
          </fieldset>
        );
      })}
      {part('hard')}
      <TextInput {...field('reviewOn')} label="When do we look at it again?" type="date" width={10} />
      <ChoiceSelect name="agreedBy" label="Agreed" value={typed.agreedBy ?? 'not_yet'} options={AGREED_BY} />
      <Button type="submit">Keep the plan</Button>
    </form>
  );
}
