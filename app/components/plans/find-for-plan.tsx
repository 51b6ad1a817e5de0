import {Button, TextInput} from 'nhsuk-react-components';
import type {NearView} from '../desk/near-view.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';

export interface FoundForPlan {
  cards: (NearView & {
    access: string;
    /** How it answers those who are passed on to it, where that is known. */
    answers: string | null;
  })[];
  total: number;
  place: string | null;
  isPlaceUnknown: boolean;
}

/** What is typed and ticked there. */
export interface TypedFind {
  words: string;
  near: string;
  access: string[];
  isFree: boolean;
  hasSpace: boolean;
  /** Ids of the services that are ticked. */
  chosen: string[];
  goal: string;
}

interface FindForPlanProps {
  goals: Choice[];
  access: Choice[];
  typed: TypedFind;
  found: FoundForPlan;
  submission: string;
  problems: Record<string, string | undefined>;
  isCompared: boolean;
}

/** The directory inside a plan: what suits, two or three side by side, and what is chosen becomes steps. */
export function FindForPlan({goals, access, typed, found, submission, problems, isCompared}: FindForPlanProps) {
  const {cards, total, place, isPlaceUnknown} = found;
  const compared = cards.filter(({id}) => typed.chosen.includes(id));
  return (
    <form method="post" noValidate className="plan-find">
      <Submission number={submission} />
      <TextInput
        id="words"
        name="words"
        label="What would they like, in their own words?"
        hint="Left empty, the needs of the case are looked for."
        defaultValue={typed.words}
        error={problems.words}
        autoComplete="off"
      />
      <TextInput
        id="near"
        name="near"
        label="Near"
        width={10}
        defaultValue={typed.near}
        autoComplete="off"
        {...(isPlaceUnknown ? {hint: 'This place is not known: a postcode is surest.'} : {})}
      />
      <Tick name="free" isTicked={typed.isFree} words="Free" />
      <Tick name="space" isTicked={typed.hasSpace} words="Has space now" />
      <details open={typed.access.length > 0}>
        <summary>What they need to get in and take part</summary>
        {access.map(({key, name}) => (
          <Tick key={key} name="access" value={key} isTicked={typed.access.includes(key)} words={name} />
        ))}
      </details>
      <Button type="submit" secondary name="act" value="look">
        Look
      </Button>
      <p role="status">
        {cards.length === 0
          ? 'Nothing was found. Try other words, or untick something.'
          : `${total} found${place ? ` near ${place}` : ''}, the best first.`}
      </p>
      {isCompared && <Comparison cards={compared} />}
      {problems.chosen && (
        <p className="nhsuk-error-message" id="chosen-problem">
          {problems.chosen}
        </p>
      )}
      <ul className="plan-find__list" role="list">
        {cards.map((card, place) => (
          <li key={card.id}>
            <label className="plan-form__tick">
              <input
                type="checkbox"
                // The first is where the list of problems leads to.
                id={place === 0 ? 'chosen' : undefined}
                name="chosen"
                value={card.id}
                defaultChecked={typed.chosen.includes(card.id)}
                aria-describedby={problems.chosen ? `chosen-problem about-${card.id}` : `about-${card.id}`}
              />
              <strong>{card.name}</strong>
            </label>
            <p id={`about-${card.id}`}>
              {[card.distance ?? card.where, card.when ?? 'Ask for times', card.cost, card.space?.words, card.phone]
                .filter(Boolean)
                .join(' · ')}
              {card.answers && <span className="plan-find__answers">{card.answers}</span>}
            </p>
          </li>
        ))}
      </ul>
      <Button type="submit" secondary name="act" value="compare">
        Compare two or three
      </Button>
      <ChoiceSelect
        name="goal"
        label="Which goal is it for?"
        value={typed.goal}
        error={problems.goal}
        options={goals}
      />
      <Button type="submit" name="act" value="take">
        Put what is ticked into the plan
      </Button>
    </form>
  );
}

const Tick = (props: {name: string; value?: string; isTicked: boolean; words: string}) => (
  <label className="plan-form__tick">
    <input type="checkbox" name={props.name} value={props.value ?? 'yes'} defaultChecked={props.isTicked} />
    {props.words}
  </label>
);

const FACTS: [string, (card: FoundForPlan['cards'][number]) => string | null | undefined][] = [
  ['How far', ({distance}) => distance],
  ['Where', ({where}) => where],
  ['When', ({when}) => when],
  ['Cost', ({cost}) => cost],
  ['Space', ({space}) => space?.words],
  ['How it answers', ({answers}) => answers],
  ['Getting in', ({access}) => access],
  ['How to join', ({joining}) => joining],
  ['Telephone', ({phone}) => phone],
];

/** Two or three side by side; on a small screen fact by fact, one under the other. */
function Comparison({cards}: {cards: FoundForPlan['cards']}) {
  return (
    <table className="plan-compare">
      <caption>Side by side</caption>
      <thead>
        <tr>
          <td />
          {cards.map(({id, name}) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FACTS.filter(([, of]) => cards.some((card) => of(card))).map(([label, of]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cards.map((card) => (
              <td key={card.id} data-of={card.name}>
                {of(card) || 'Not known: ask'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
