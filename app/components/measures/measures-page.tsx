import {BackLink, Button, InsetText} from 'nhsuk-react-components';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {Submission} from '../staff/submission.tsx';
import {LinkForm, type LinkFormProps} from './link-form.tsx';
import type {MeasuresView} from './measures-view.ts';
import {ScoreChart} from './score-chart.tsx';

interface MeasuresPageProps extends Pick<LinkFormProps, 'submission' | 'problems' | 'typed' | 'madeLink'> {
  view: MeasuresView;
  done: string | null;
  /** Why a measure does not count, as it was typed before whoever did had to sign in again. */
  struck: {measure: string; reason: string} | null;
  isHeld: boolean;
}

const STATES = {open: 'may be asked', due: 'due', overdue: 'overdue', missed: 'missed', later: '', taken: ''} as const;

/** Did it help? Everything that was measured in one case, and what is to be asked next. */
export function MeasuresPage({view, done, struck, isHeld, ...form}: MeasuresPageProps) {
  const {submission, problems} = form;
  const back = `/caseload/cases/${view.caseId}`;
  return (
    <div className="page__inner measures-page">
      <BackLink href={back}>Case {view.reference}</BackLink>
      <FormProblems problems={problems} />
      <h1>
        Did it help?
        {view.personName && <span className="measures-page__who"> {view.personName}</span>}
      </h1>
      {isHeld && <HeldNotice />}
      {done && <InsetText role="status">{done}</InsetText>}
      {view.isOwn && <DueList view={view} />}
      {view.charts.length > 0 && (
        <p>
          <a href={`${back}/measures/to-show`}>Look at it together, or print it for them</a>
        </p>
      )}
      <div className="score-groups">
        {view.charts.map(({name, charts}) => (
          <section key={name} aria-label={name}>
            <h2>{name}</h2>
            <div className="scores">
              {charts.map((chart) => (
                <ScoreChart key={chart.id} {...chart} />
              ))}
            </div>
          </section>
        ))}
      </div>
      {view.charts.length === 0 && <p>Nothing has been measured yet.</p>}
      <Outcomes view={view} />
      {view.isOwn && (
        <LinkForm
          scales={view.scales.filter(({byLink}) => byLink)}
          asks={view.asks}
          isHeld={isHeld && struck === null}
          {...form}
        />
      )}
      <TakenList view={view} submission={submission} struck={struck} />
    </div>
  );
}

function DueList({view}: {view: MeasuresView}) {
  const base = `/caseload/cases/${view.caseId}/measures`;
  return (
    <section aria-labelledby="due">
      <h2 id="due">To ask</h2>
      {view.due.length === 0 && <p>Nothing is due.</p>}
      <ul className="due-list" role="list">
        {view.due.map(({scale, name, occasion, when, dueOn, state}) => (
          <li key={`${scale}-${occasion}`}>
            <span>
              <strong>{name}</strong>, {when.toLowerCase()}
            </span>
            <span className={`due-list__state due-list__state--${state}`}>
              {STATES[state]}
              {state === 'missed' ? ` (${dueOn})` : `, ${dueOn}`}
            </span>
            <a href={`${base}/${scale}?occasion=${occasion}`}>
              Write it down
              <span className="nhsuk-u-visually-hidden">
                : {name}, {when}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <details className="measures-page__other">
        <summary>Another measure, or one in between</summary>
        <ul role="list">
          {view.scales.map(({key, name}) => (
            <li key={key}>
              <a href={`${base}/${key}?occasion=other`}>{name}</a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Outcomes({view}: {view: MeasuresView}) {
  return (
    <section aria-labelledby="turned-out">
      <h2 id="turned-out">What changed in life, and in the use of services</h2>
      {view.domains.length > 0 && (
        <ul className="verdicts" role="list">
          {view.domains.map(({name, verdict, words}) => (
            <li key={name} className={`verdict verdict--${verdict}`}>
              {name}: <strong>{words}</strong>
            </li>
          ))}
        </ul>
      )}
      {view.use.length > 0 && (
        <ul>
          {view.use.map(({name, side, times, source}) => (
            <li key={`${name}-${side}`}>
              {name}, {side}: <strong>{times}</strong> ({source})
            </li>
          ))}
        </ul>
      )}
      {view.domains.length + view.use.length === 0 && <p>Nothing is written down yet.</p>}
      {view.isOwn && (
        <p>
          <a href={`/caseload/cases/${view.caseId}/outcomes`}>Look back together and write it down</a>
        </p>
      )}
    </section>
  );
}

function TakenList({view, submission, struck}: Pick<MeasuresPageProps, 'view' | 'submission' | 'struck'>) {
  if (view.taken.length === 0) return null;
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">Everything that was taken</h2>
      <ul className="taken-list" role="list">
        {view.taken.map(({id, name, day, when, how, struckReason, isUnscored}) => (
          <li key={id} className={struckReason ? 'taken-list__struck' : undefined}>
            <p>
              <strong>{name}</strong>, {when.toLowerCase()}, {day}
            </p>
            <p className="taken-list__how">{how}</p>
            {isUnscored && <p>Too much was left out for a score.</p>}
            {struckReason && <p>Counts for nothing: {struckReason}</p>}
            {!struckReason && view.isOwn && (
              <details open={struck?.measure === id}>
                <summary>
                  This was a mistake
                  <span className="nhsuk-u-visually-hidden">
                    : {name}, {day}
                  </span>
                </summary>
                <form method="post">
                  <Submission number={submission} />
                  <input type="hidden" name="act" value="strike" />
                  <input type="hidden" name="measure" value={id} />
                  <label htmlFor={`reason-${id}`}>Why it does not count</label>
                  <input
                    className="nhsuk-input"
                    id={`reason-${id}`}
                    name="reason"
                    required
                    maxLength={400}
                    defaultValue={struck?.measure === id ? struck.reason : ''}
                  />
                  <Button type="submit" secondary small>
                    Take it out of account
                  </Button>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
