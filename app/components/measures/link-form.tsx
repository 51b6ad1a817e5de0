import {Button, InsetText, TextInput} from 'nhsuk-react-components';
import {LINK_DAYS, LINK_SENT} from '../../domain/measures/measure-choices.ts';
import {OCCASIONS} from '../../domain/measures/occasions.ts';
import {Submission} from '../staff/submission.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {OneOf, SeveralOf} from '../staff/choice-set.tsx';

export interface LinkFormProps {
  scales: {key: string; name: string}[];
  asks: {id: string; words: string; how: string; until: string}[];
  submission: string;
  problems: Record<string, string>;
  typed: {scales: string[]; occasion: string; sentBy: string; to: string};
  /** A link that was made just now, to be passed on: shown this once. */
  madeLink: string | null;
  /** What was typed is there again, and is shown. */
  isHeld: boolean;
}

/** Asks by a private link, and the links that are out. */
export function LinkForm({scales, asks, submission, problems, typed, madeLink, isHeld}: LinkFormProps) {
  return (
    <section aria-labelledby="by-link">
      <h2 id="by-link">Ask by a private link</h2>
      {madeLink && (
        <InsetText role="status">
          <p>This link is shown once. Copy it, or show it on this screen:</p>
          <p>
            <code className="made-link">{madeLink}</code>
          </p>
        </InsetText>
      )}
      {asks.length > 0 && (
        <ul className="taken-list" role="list">
          {asks.map(({id, words, how, until}) => (
            <li key={id}>
              <p>
                Waits for an answer: <strong>{words}</strong>
              </p>
              <p className="taken-list__how">
                {how} · works until {until}
              </p>
              <form method="post">
                <Submission number={submission} />
                <input type="hidden" name="act" value="withdraw" />
                <input type="hidden" name="ask" value={id} />
                <Button type="submit" secondary small>
                  Take the link back<span className="nhsuk-u-visually-hidden">: {words}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details className="measures-page__other" open={isHeld || Object.keys(problems).length > 0}>
        <summary>Make a new link</summary>
        <form method="post" noValidate>
          <Submission number={submission} />
          <input type="hidden" name="act" value="ask" />
          <SeveralOf
            name="scales"
            small
            legend="What to ask"
            hint="Scales with words of the person’s own in them are asked by you."
            options={scales}
            values={typed.scales}
            error={problems.scales}
          />
          <ChoiceSelect name="occasion" label="For" value={typed.occasion} options={OCCASIONS} />
          <OneOf
            name="sentBy"
            small
            legend="How it reaches them"
            options={LINK_SENT}
            value={typed.sentBy}
            error={problems.sentBy}
          />
          <TextInput
            id="to"
            name="to"
            label="E-mail address or mobile number"
            hint="Only when it is sent from here. The message says nothing about them."
            defaultValue={typed.to}
            error={problems.to}
            autoComplete="off"
          />
          <p>The link works for {LINK_DAYS} days. Whoever has it sees no name and nothing that was answered before.</p>
          <Button type="submit">Make the link</Button>
        </form>
      </details>
    </section>
  );
}
