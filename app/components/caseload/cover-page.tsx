import {Button, TextInput} from 'nhsuk-react-components';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';

interface CoverView {
  id: string;
  away: string;
  covering: string;
  days: string;
  mayEnd: boolean;
}

interface CoverFormProps {
  submission: string;
  today: string;
  walkers: Choice[];
  /** Whoever fills it in. A lead chooses who is away; anybody else speaks for themselves. */
  self: string;
  isLead: boolean;
  typed: Record<string, string>;
  problems: Record<string, string | undefined>;
}

/** Who is away from when to when, and who looks after their people. */
export function CoverForm({submission, today, walkers, self, isLead, typed, problems}: CoverFormProps) {
  return (
    <form method="post" noValidate className="plan-visit">
      <Submission number={submission} />
      {isLead && (
        <ChoiceSelect
          name="away"
          label="Who is away?"
          options={walkers}
          value={typed.away ?? self}
          error={problems.away}
        />
      )}
      <ChoiceSelect
        name="cover"
        label={isLead ? 'Who covers for them?' : 'Who covers for you?'}
        options={isLead ? walkers : walkers.filter(({key}) => key !== self)}
        value={typed.cover}
        error={problems.cover}
        none="Choose"
      />
      <div className="plan-visit__times">
        <TextInput
          id="from"
          name="from"
          type="date"
          label="First day away"
          defaultValue={typed.from ?? ''}
          error={problems.from}
        />
        <TextInput
          id="until"
          name="until"
          type="date"
          min={today}
          label="Last day away"
          defaultValue={typed.until ?? ''}
          error={problems.until}
        />
      </div>
      <Button type="submit">Arrange it</Button>
    </form>
  );
}

/** Leave that is not over. */
export function Covers({covers, submission}: {covers: CoverView[]; submission: string}) {
  if (covers.length === 0) return <p>Nobody has leave that is covered.</p>;
  return (
    <ul className="case-cards" role="list">
      {covers.map(({id, away, covering, days, mayEnd}) => (
        <li key={id} className="case-card">
          <p className="case-card__name">{away}</p>
          <p>{days}</p>
          <p className="case-card__facts">{covering} covers</p>
          {mayEnd && (
            <form method="post" className="case-card__acts">
              <Submission number={submission} />
              <input type="hidden" name="act" value="end" />
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="act">
                End it<span className="nhsuk-u-visually-hidden">: {away}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
