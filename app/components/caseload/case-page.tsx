import {BackLink, Details} from 'nhsuk-react-components';
import type {LogStart} from '../../domain/cases/case-choices.ts';
import type {KnownField} from '../drafts/draft-keeper.ts';
import {RingLink} from '../people/ring-link.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {ActForm, problemIds, type FormsProps} from '../staff/act-form.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {CaseActs, JointActs, type CaseChoices} from './case-acts.tsx';
import type {CaseView} from './case-view.ts';
import {VisitsPart} from '../visits/visits-part.tsx';
import type {VisitView} from '../visits/visit-view.ts';
import {LogContact} from './log-contact.tsx';
import {Timeline} from './timeline.tsx';

interface CasePageProps extends CaseChoices {
  view: CaseView;
  submission: string;
  visits: VisitView[];
  /** What the viewer had begun to write down; with nothing in it where they begin now. */
  draft: {id: string; page: string; fields: KnownField[]};
  /** What the form of a contact begins with. */
  start: LogStart;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** One case: what comes next and the contact to write down first, then everything that happened. */
export function CasePage({view, submission, draft, answer, ...page}: CasePageProps) {
  const form: FormsProps = {
    submission,
    version: view.version,
    typed: answer?.typed ?? (page.isHeld ? page.typed : {}),
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner caseload">
      <BackLink href="/caseload">My day</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <CaseHead view={view} form={form} />
      <VisitsPart title="Visits today" visits={page.visits} from="case" />
      <CasePlaces view={view} />
      <div className="case">
        {(view.isOurs || view.isJoint) && view.state !== 'closed' && (
          <div className="case__main">
            <LogContact {...form} caseId={view.id} start={page.start} draft={draft} />
          </div>
        )}
        <div className="case__side">
          <StillToDo todo={view.stillToDo} />
          {view.referral && <WhyPart referral={view.referral} />}
          {view.isOurs && <CaseActs view={view} form={form} {...page} />}
          {view.isJoint && view.state !== 'closed' && <JointActs form={form} today={page.today} />}
        </div>
        {/* Last, so that on a telephone what is done with a case does not stand below months of it. */}
        <div className="case__main case__past">
          <Timeline entries={view.timeline} pages={view.pages} />
        </div>
      </div>
    </div>
  );
}

function CaseHead({view, form}: {view: CaseView; form: FormsProps}) {
  const {due} = view;
  return (
    <header className="case-head">
      <div className="case-head__who">
        <h1>
          {view.name}
          <span className="case-head__reference">
            {view.reference} · {view.status} · {view.tier}
            {!view.isOurs && ` · ${view.isJoint ? 'together with' : 'shared by'} ${view.partnerName}`}
          </span>
        </h1>
        {view.whyNoName && <p className="case-head__no-name">{view.whyNoName}</p>}
        <dl className="case-facts">
          {view.facts.map(({label, value}) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {view.isMdtSuggested && (
          <p className="inbox-card__flag">
            Something suggests that others should think along. <a href={`/caseload/cases/${view.id}/mdt`}>Look at it</a>
          </p>
        )}
        {view.saidBefore.map(({label, value}) => (
          <p key={label} className="inbox-card__flag">
            {label}, as the referral says: {value}
          </p>
        ))}
        <p className={view.guidance.isLong ? 'guidance guidance--long' : 'guidance'}>{view.guidance.words}</p>
      </div>
      <div className={`next-step next-step--${due?.state ?? 'none'}`}>
        <h2>{nextTitle(view)}</h2>
        {view.ended ? (
          <p>
            <strong>{view.ended.why}</strong>, {view.ended.at}. {view.ended.outcome}
          </p>
        ) : (
          <>
            <p className="next-step__words">{view.paused ?? view.next}</p>
            {due && (
              <p>
                <span className={`due due--${due.state}`}>{due.words}</span> {due.day}
              </p>
            )}
          </>
        )}
        {view.alsoNext.map(({who, words, day}) => (
          <p key={who}>
            <strong>{who}:</strong> {[words, day].filter(Boolean).join(', ')}
          </p>
        ))}
        {view.warning && (
          <p>
            <span className="safety safety--warning">{view.warning}</span>
          </p>
        )}
        <div className="case-card__acts">
          {view.phone && <RingLink phone={view.phone} shown={view.phoneShown} mustKnow={view.mustKnow} />}
          {view.isOurs && (
            <ActForm {...form} act="open">
              <button className="act" type="submit">
                Open their record
              </button>
            </ActForm>
          )}
        </div>
        {view.reachNote && <p className="case-card__note">{view.reachNote}</p>}
      </div>
    </header>
  );
}

/** What else there is to a case. Above the timeline, so that on a telephone nobody has to go past months of it. */
function CasePlaces({view: {id, isOurs, state}}: {view: CaseView}) {
  const places = [
    {to: 'plan', words: 'The plan', says: 'What matters to them'},
    {to: 'onward', words: 'Passing on', says: 'Services, and what they say'},
    {to: 'measures', words: 'Did it help?', says: 'Measures'},
    ...(isOurs && state !== 'closed' ? [{to: 'visits', words: 'Visits', says: 'Where, and back by when'}] : []),
    {to: 'letters', words: 'Letters', says: 'To the GP, the referrer, the person'},
    {to: 'mdt', words: 'Thinking along', says: 'Risk flags and meetings'},
  ];
  return (
    <nav className="case-places" aria-label="This case">
      <ul role="list">
        {places.map(({to, words, says}) => (
          <li key={to}>
            <a href={`/caseload/cases/${id}/${to}`}>
              {words} <span className="case-places__says">{says}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const nextTitle = ({state, isJoint}: CaseView) =>
  ({open: isJoint ? 'What comes next for us' : 'What comes next', paused: 'Paused', closed: 'Closed'})[state];

/** What is easily forgotten at the beginning and at the end: said as long as it is worth doing, and no task. */
function StillToDo({todo}: {todo: CaseView['stillToDo']}) {
  if (todo.length === 0) return null;
  return (
    <section className="side-part" aria-labelledby="still">
      <h2 id="still">Not done yet</h2>
      <ul role="list">
        {todo.map(({to, words}) => (
          <li key={to}>
            <a href={to}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhyPart({referral}: {referral: NonNullable<CaseView['referral']>}) {
  return (
    <section className="side-part" aria-labelledby="why">
      <h2 id="why">Why they were referred</h2>
      <p className="side-part__story">{referral.reason}</p>
      <Details>
        <Details.Summary>What else the referral says</Details.Summary>
        <Details.Text>
          <dl className="case-facts case-facts--long">
            {referral.facts.map(({label, value}) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href={`/caseload/inbox/${referral.id}`}>The whole referral</a>
          </p>
        </Details.Text>
      </Details>
    </section>
  );
}
