import {BackLink} from 'nhsuk-react-components';
import {DoneBanner} from '../staff/done-banner.tsx';
import {problemIds, type FormsProps} from '../staff/act-form.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {DecideReferral, type ReferralChoices} from './decide-referral.tsx';
import type {Facts, ReferralView} from './referral-view.ts';
import {Timeline} from './timeline.tsx';

interface ReferralPageProps extends ReferralChoices {
  view: ReferralView;
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** A referral: what was asked on the left, what is decided on the right. */
export function ReferralPage({view, submission, answer, ...page}: ReferralPageProps) {
  const form: FormsProps = {
    submission,
    version: view.version,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner caseload">
      <BackLink href="/caseload/inbox">Inbox</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <header className="case-head case-head--plain">
        <h1>
          {view.name}
          <span className="case-head__reference">
            {view.reference} · {view.status} · {view.asked}
          </span>
        </h1>
        {view.flags.map((flag) => (
          <p key={flag} className="inbox-card__flag">
            {flag}
          </p>
        ))}
      </header>
      <div className="case">
        <div className="case__main">
          <section className="side-part" aria-labelledby="asked">
            <h2 id="asked">What they ask for</h2>
            <p className="side-part__story">{view.reason}</p>
            {view.needs.length > 0 && (
              <ul className="handoff-needs" role="list" aria-label="Needs">
                {view.needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            )}
            {view.service && (
              <p>
                They would like to join{' '}
                {view.service.slug ? (
                  <a href={`/services/${view.service.slug}`}>{view.service.name}</a>
                ) : (
                  view.service.name
                )}
                .
              </p>
            )}
          </section>
          <p>
            <a href={`/mdt/bring?referral=${view.id}`}>Bring them to a meeting with other professionals</a>
          </p>
          <FactsPart title="Who it is" facts={view.person} />
          <FactsPart title="How to reach them" facts={view.reach} />
          <FactsPart title="Who asked" facts={view.referrer} />
          <Timeline entries={view.timeline} />
        </div>
        <div className="case__side">
          <DecideReferral view={view} form={form} {...page} />
        </div>
      </div>
    </div>
  );
}

function FactsPart({title, facts}: {title: string; facts: Facts}) {
  if (facts.length === 0) return null;
  return (
    <section className="side-part">
      <h2>{title}</h2>
      <dl className="case-facts case-facts--long">
        {facts.map(({label, value, href}) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{href ? <a href={href}>{value}</a> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
