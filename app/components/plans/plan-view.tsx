import type {PlanPart} from '../../domain/plans/plan-choices.ts';
import {LAYOUTS, type Layout, type PlanInWords} from './plan-in-words.ts';

interface PlanViewProps {
  plan: PlanInWords;
  layout: Layout;
}

/** A plan as two people look at it side by side; the same on paper, in large print, and in the easy-read layout. */
export function PlanView({plan, layout}: PlanViewProps) {
  const {parts, goalsTitle, goals, hard, review, more} = plan;
  return (
    <div className={`plan plan--${layout}`}>
      {parts.map((part) => (
        <Part key={part.name} part={part} layout={layout} />
      ))}
      {goals.length > 0 && (
        <section className="plan__part" aria-labelledby="plan-goals">
          <h2 id="plan-goals">
            {layout === 'easy' && <Sign name="goals" />}
            {goalsTitle}
          </h2>
          {goals.map((goal) => (
            <GoalView key={goal.words} goal={goal} more={more} />
          ))}
        </section>
      )}
      {hard.map((part) => (
        <Part key={part.name} part={part} layout={layout} />
      ))}
      {review && <p className="plan__review">{review}</p>}
    </div>
  );
}

/**
 * One part in the person's words. What is theirs is marked as English: it was written down with them by somebody who speaks
 * it, whatever language the page itself speaks.
 */
function Part({part: {name, title, words}, layout}: {part: PlanInWords['parts'][number]; layout: Layout}) {
  return (
    <section className="plan__part" aria-labelledby={`plan-${name}`}>
      <h2 id={`plan-${name}`}>
        {layout === 'easy' && <Sign name={name} />}
        {title}
      </h2>
      {layout === 'easy' ? (
        // One thought a line, as easy read wants it.
        <ul className="plan__thoughts" lang="en">
          {thoughtsOf(words).map((thought) => (
            <li key={thought}>{thought}</li>
          ))}
        </ul>
      ) : (
        <p className="keeps-lines" lang="en">
          {words}
        </p>
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

function GoalView({goal, more}: {goal: PlanInWords['goals'][number]; more: string}) {
  const {words, scale, tags, steps} = goal;
  return (
    <div className="plan__goal">
      <h3 lang="en">{words}</h3>
      {scale && (
        <p className="plan__scale">
          <span className="plan__ruler" aria-hidden="true">
            {Array.from({length: 11}, (_, place) => (
              <span
                key={place}
                className={place === scale.now ? 'plan__now' : place === scale.wanted ? 'plan__wanted' : undefined}
              >
                {place}
              </span>
            ))}
          </span>
          {scale.says}
        </p>
      )}
      {tags.length > 0 && <p className="plan__tags">{tags.join(' · ')}</p>}
      {steps.length > 0 && (
        <ul className="plan__steps" role="list">
          {steps.map(({what, who, isDone, when, service}) => (
            <li key={what}>
              <strong>
                {isDone && <span aria-hidden="true">✓ </span>}
                <span lang="en">{what}</span>
              </strong>
              {(who || when) && (
                <span className="plan__who">
                  <span lang="en">{who}</span>
                  {who && when && ', '}
                  {when}
                </span>
              )}
              {/* When and where something is, and whom to ring: what somebody needs who wants to go there. */}
              {service && (
                <span className="plan__service">
                  <span lang="en">{service.facts.join(' · ')}</span>{' '}
                  <a href={service.href}>
                    {more}
                    <span className="nhsuk-u-visually-hidden">
                      : <span lang="en">{what}</span>
                    </span>
                  </a>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface LayoutLinksProps {
  here: string;
  layout: Layout;
  names: Record<Layout, string>;
}

/** The same plan in another print. */
export function LayoutLinks({here, layout, names}: LayoutLinksProps) {
  return LAYOUTS.filter((one) => one !== layout).map((one) => (
    <li key={one}>
      <a href={one === 'calm' ? here : `${here}?layout=${one}`}>{names[one]}</a>
    </li>
  ));
}

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
