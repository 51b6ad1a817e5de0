import {PersonFlags} from '../people/person-flags.tsx';
import {Submission} from '../staff/submission.tsx';
import type {VisitFrom, VisitView} from './visit-view.ts';

interface VisitCardProps {
  visit: VisitView;
  from: VisitFrom;
  /** What a lead had typed, and what was wrong with it. */
  typed?: string;
  problem?: string;
}

/** One visit. Whoever goes needs one press to say that they are back; a lead says how they know. */
export function VisitCard({visit, from, typed, problem}: VisitCardProps) {
  const {id, caseId, submission, name, who, isOpen, state, says, where, facts, mayEnd} = visit;
  return (
    <li className={`case-card case-card--${state} visit-card`}>
      <div className="case-card__head">
        <p className="case-card__name" id={`visit-${id}`}>
          {who && `${who} with `}
          {from === 'case' || from === 'visits' ? name : <a href={`/caseload/cases/${caseId}/visits`}>{name}</a>}
        </p>
        <span className={`due due--${state}`}>{says}</span>
      </div>
      <p className="visit-card__where">{where}</p>
      <p className="case-card__facts">{facts}</p>
      {visit.mustKnow && <PersonFlags className="card-flags" {...visit.mustKnow} />}
      {/* Nobody is safe back from a visit that has not begun: said too early it would switch off what looks after them. */}
      {isOpen && mayEnd && (who === null || visit.hasLeft) && (
        <form
          method="post"
          action={`/caseload/cases/${caseId}/visits`}
          aria-labelledby={`visit-${id}`}
          noValidate
          className="visit-card__form"
        >
          <Submission number={submission} />
          <input type="hidden" name="visit" value={id} />
          <input type="hidden" name="from" value={from} />
          {who === null ? (
            <OwnActs hasLeft={visit.hasLeft} />
          ) : (
            <LeadActs {...{id, typed, problem}} isFolded={state !== 'late'} />
          )}
        </form>
      )}
    </li>
  );
}

function OwnActs({hasLeft}: {hasLeft: boolean}) {
  return (
    <div className="case-card__acts">
      {hasLeft ? (
        <>
          <button type="submit" name="act" value="back" className="act act--main">
            I am back
          </button>
          <button type="submit" name="act" value="longer" className="act">
            30 minutes more
          </button>
        </>
      ) : (
        <button type="submit" name="act" value="off" className="act">
          Call it off
        </button>
      )}
    </div>
  );
}

interface LeadActsProps {
  id: string;
  typed?: string;
  problem?: string;
  /** Nobody worries about them: the form is one press away. */
  isFolded: boolean;
}

function LeadActs({isFolded, ...asked}: LeadActsProps) {
  if (!isFolded) return <HowTheyKnow {...asked} />;
  return (
    <details className="visit-card__fold" open={Boolean(asked.problem)}>
      <summary>They are back already</summary>
      <HowTheyKnow {...asked} />
    </details>
  );
}

function HowTheyKnow({id, typed, problem}: Omit<LeadActsProps, 'isFolded'>) {
  const field = `how-${id}`;
  return (
    <>
      <div className={problem ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
        <label className="nhsuk-label" htmlFor={field}>
          How do you know that they are safe?
        </label>
        {problem && (
          <p className="nhsuk-error-message" id={`${field}-problem`}>
            <span className="nhsuk-u-visually-hidden">Error:</span> {problem}
          </p>
        )}
        <input
          className={problem ? 'nhsuk-input nhsuk-input--error' : 'nhsuk-input'}
          id={field}
          name="words"
          type="text"
          maxLength={500}
          autoComplete="off"
          defaultValue={typed ?? ''}
          aria-describedby={problem ? `${field}-problem` : undefined}
        />
      </div>
      <div className="case-card__acts">
        <button type="submit" name="act" value="back" className="act">
          They are safe
        </button>
      </div>
    </>
  );
}
