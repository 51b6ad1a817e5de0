import {ASPIRATIONS, PLAN_PARTS, type Plan, type PlanPart} from '../../domain/plans/plan-choices.ts';
import {dayOf} from '../measures/day-of.ts';

/** The services that steps are about, by their ids: when, where, and how to reach them. */
export type StepServices = Record<string, {href: string; facts: string[]}>;

export const LAYOUTS = {calm: 'Ordinary print', large: 'Large print', easy: 'Easy-read layout'} as const;
export type Layout = keyof typeof LAYOUTS;

interface PlanViewProps {
  plan: Plan;
  layout: Layout;
  services: StepServices;
}

/** A plan as two people look at it side by side; the same on paper, in large print, and in the easy-read layout. */
export function PlanView({plan, layout, services}: PlanViewProps) {
  const {goals, reviewOn} = plan;
  return (
    <div className={`plan plan--${layout}`}>
      <Part name="matters" plan={plan} layout={layout} />
      <Part name="strengths" plan={plan} layout={layout} />
      <Part name="around" plan={plan} layout={layout} />
      {goals.length > 0 && (
        <section className="plan__part" aria-labelledby="plan-goals">
          <h2 id="plan-goals">
            {layout === 'easy' && <Sign name="goals" />}
            What I want to change
          </h2>
          {goals.map((goal) => (
            <GoalView key={goal.words} goal={goal} services={services} />
          ))}
        </section>
      )}
      <Part name="hard" plan={plan} layout={layout} />
      {reviewOn && (
        <p className="plan__review">
          We look at this again on <strong>{dayOf(reviewOn)}</strong>.
        </p>
      )}
    </div>
  );
}

/** One part in the person's words, where there are any. */
function Part({name, plan, layout}: Omit<PlanViewProps, 'services'> & {name: PlanPart}) {
  const words = plan[name];
  if (!words) return null;
  return (
    <section className="plan__part" aria-labelledby={`plan-${name}`}>
      <h2 id={`plan-${name}`}>
        {layout === 'easy' && <Sign name={name} />}
        {PLAN_PARTS[name].title}
      </h2>
      {layout === 'easy' ? (
        // One thought a line, as easy read wants it.
        <ul className="plan__thoughts">
          {thoughtsOf(words).map((thought) => (
            <li key={thought}>{thought}</li>
          ))}
        </ul>
      ) : (
        <p className="keeps-lines">{words}</p>
      )}
    </section>
  );
}

const thoughtsOf = (words: string): string[] => [
  ...new Set(
    words
      .split(/(?<=[.!?])\s+|\n+/)
      .map((thought) => thought.trim())
      .filter(Boolean),
  ),
];

function GoalView({goal, services}: {goal: Plan['goals'][number]; services: StepServices}) {
  const {words, now, wanted, tags, steps} = goal;
  return (
    <div className="plan__goal">
      <h3>{words}</h3>
      {now !== null && wanted !== null && (
        <p className="plan__scale">
          <span className="plan__ruler" aria-hidden="true">
            {Array.from({length: 11}, (_, place) => (
              <span key={place} className={place === now ? 'plan__now' : place === wanted ? 'plan__wanted' : undefined}>
                {place}
              </span>
            ))}
          </span>
          Now <strong>{now}</strong> out of 10; I would like <strong>{wanted}</strong>.
        </p>
      )}
      {tags.length > 0 && <p className="plan__tags">{tags.map((tag) => ASPIRATIONS[tag]).join(' · ')}</p>}
      {steps.length > 0 && (
        <ul className="plan__steps" role="list">
          {steps.map(({what, who, by, isDone, service}) => (
            <li key={what}>
              <strong>
                {isDone && <span aria-hidden="true">✓ </span>}
                {what}
              </strong>
              {(who || by || isDone) && (
                <span className="plan__who">
                  {[who, by && `by ${dayOf(by)}`, isDone && 'done'].filter(Boolean).join(', ')}
                </span>
              )}
              <AboutService service={service ? services[service] : undefined} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** When and where something is, and whom to ring: what somebody needs who wants to go there. */
function AboutService({service}: {service?: StepServices[string]}) {
  if (!service) return null;
  return (
    <span className="plan__service">
      {service.facts.join(' · ')} <a href={service.href}>More about it</a>
    </span>
  );
}

/** The same plan in another print. */
export function LayoutLinks({here, layout}: {here: string; layout: Layout}) {
  return (
    <>
      {(Object.keys(LAYOUTS) as Layout[])
        .filter((one) => one !== layout)
        .map((one) => (
          <li key={one}>
            <a href={one === 'calm' ? here : `${here}?layout=${one}`}>{LAYOUTS[one]}</a>
          </li>
        ))}
    </>
  );
}

export const layoutIn = (asked: string | null): Layout =>
  asked !== null && Object.hasOwn(LAYOUTS, asked) ? (asked as Layout) : 'calm';

/** A plain sign beside each heading of the easy-read layout. */
function Sign({name}: {name: PlanPart | 'goals'}) {
  const shapes: Record<typeof name, string> = {
    matters: 'M16 27 5 15a7 7 0 0 1 11-8 7 7 0 0 1 11 8Z',
    strengths: 'm16 3 4 9 9 1-7 6 2 10-8-5-8 5 2-10-7-6 9-1Z',
    around:
      'M10 13a4 4 0 1 0 0-8 4 4 0 0 0 0 8m12 0a4 4 0 1 0 0-8 4 4 0 0 0 0 8M3 27c0-7 3-11 7-11s7 4 7 11Zm16 0c0-5 1-9-1-10 8-4 11 3 11 10Z',
    goals: 'M6 29V3h2v2h18l-5 6 5 6H8v12Z',
    hard: 'M16 3C8 3 4 9 4 15h24C28 9 24 3 16 3m-1 14h2v9a3 3 0 0 1-6 0h2c0 2 2 1 2 0Z',
  };
  return (
    <svg className="plan__sign" viewBox="0 0 32 32" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
