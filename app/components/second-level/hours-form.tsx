import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {useState} from 'react';
import type {Discipline} from '../../domain/access/roles.ts';
import {PRIORITIES, type Priority} from '../../domain/queues/priorities.ts';
import {keepHolidaysOf, type Nation} from '../../domain/dates/nation.ts';
import {DAYS, readHours, RULES, type TypedHours} from '../../domain/queues/hours-form.ts';
import {DAY_NAMES} from '../../domain/queues/opening-hours.ts';
import {dueFor, dueInWords} from '../../domain/queues/response-clock.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {OneOf, SeveralOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';

interface HoursFormProps {
  now: number;
  /** Whose bank holidays the site keeps. */
  nation: Nation;
  submission: string;
  queue: {discipline: Discipline; name: string; version: number};
  others: Choice[];
  typed: TypedHours;
  problems: Partial<Record<keyof TypedHours, string>>;
}

/** The hours of one queue, with what they mean for something that comes in now. */
export function HoursForm({now, nation, submission, queue, others, typed: first, problems}: HoursFormProps) {
  // The browser reckons what the hours mean, and does not know the settings of the server.
  keepHolidaysOf(nation);
  const [typed, setTyped] = useState(first);
  const typing = (event: React.FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget);
    setTyped((before) => {
      const next = {...before};
      for (const name of Object.keys(before) as (keyof TypedHours)[]) next[name] = String(form.get(name) ?? '');
      return next;
    });
  };
  return (
    <form method="post" noValidate className="hours" onInput={typing} onChange={typing}>
      <Submission number={submission} />
      <input type="hidden" name="queue" value={queue.discipline} />
      <input type="hidden" name="version" value={queue.version} autoComplete="off" />
      <div className="hours__fields">
        <fieldset className="hours__days">
          <legend>
            <h2>{queue.name} is open</h2>
          </legend>
          <p className="nhsuk-hint">For example 08:30 to 17:00, or 08:30 to 12:00, 13:00 to 17:00, or closed.</p>
          {DAYS.map((day) => (
            <TextInput
              key={day}
              id={day}
              name={day}
              label={DAY_NAMES[day]}
              defaultValue={first[day]}
              error={problems[day]}
              autoComplete="off"
            />
          ))}
        </fieldset>
        <div>
          <h2>Outside these hours</h2>
          <OneOf
            name="rule"
            legend="What becomes of what comes in"
            options={RULES}
            value={first.rule}
            error={problems.rule}
            small
          />
          {typed.rule !== 'round_the_clock' && (
            <SeveralOf
              name="urgent"
              legend="What is urgent"
              options={{
                yes: 'The clock of the priority ‘2 hours’ never stands still. That of an emergency never does.',
              }}
              values={[first.urgent]}
              error={problems.urgent}
              small
            />
          )}
          <ChoiceSelect
            name="discipline"
            label="The other queue, if another takes it"
            value={first.discipline}
            error={problems.discipline}
            options={others}
            none="None"
          />
          <Textarea
            id="says"
            name="says"
            label="What the call handler is told"
            rows={4}
            defaultValue={first.says}
            error={problems.says}
          />
        </div>
      </div>
      <Preview typed={typed} discipline={queue.discipline} now={new Date(now)} />
      <Button type="submit">Save these hours</Button>
    </form>
  );
}

/** What the hours mean, worked out as they are typed. */
function Preview({typed, discipline, now}: {typed: TypedHours; discipline: Discipline; now: Date}) {
  const read = readHours(typed, discipline);
  const shown = (Object.keys(PRIORITIES) as Priority[]).filter((priority) => priority !== 'emergency');
  return (
    <section className="hours__preview" aria-labelledby="preview">
      <h2 id="preview">What that means</h2>
      {!read.ok && <p>These hours cannot be read yet.</p>}
      {read.ok && (
        <ul>
          {shown.map((priority) => (
            <li key={priority}>
              A {PRIORITIES[priority].name.replace(' hours', '-hour')} item that comes in now is due{' '}
              <strong>{dueInWords(dueFor(read, priority, now), now)}</strong>.
            </li>
          ))}
        </ul>
      )}
      {read.ok && typed.rule === 'other_queue' && (
        <p>While it is closed, the other queue takes what comes in, by its own hours.</p>
      )}
    </section>
  );
}
