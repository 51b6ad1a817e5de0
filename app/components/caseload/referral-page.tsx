import {BackLink, Button, Checkboxes, Details, Radios, Select, Textarea, TextInput} from 'nhsuk-react-components';
import {TIERS} from '../../domain/cases/case-choices.ts';
import {DECLINE_REASONS} from '../../domain/referrals/referral-choices.ts';
import {DoneBanner} from '../admin/done-banner.tsx';
import {ActForm, type FormsProps} from '../second-level/act-form.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import type {Choice, TimelineEntry} from './caseload-view.ts';
import {NextStepFields} from './next-step-fields.tsx';
import {Timeline} from './timeline.tsx';

type Facts = {label: string; value: string}[];

export interface ReferralView {
  id: string;
  version: number;
  reference: string;
  name: string;
  state: 'held' | 'open' | 'finished';
  status: string;
  asked: string;
  reason: string;
  needs: string[];
  service: {name: string; slug: string | null} | null;
  flags: string[];
  person: Facts;
  reach: Facts;
  referrer: Facts;
  decided: string | null;
  caseId: string | null;
  consentMissing: boolean;
  isMatched: boolean;
  timeline: TimelineEntry[];
}

/** Someone whom it may be. */
export interface LikelyView {
  id: string;
  name: string;
  born: string;
  reference: string;
  likeness: string;
}

export interface ReferralPageProps {
  view: ReferralView;
  submission: string;
  today: string;
  likely: LikelyView[];
  walkers: Choice[];
  providers: (Choice & {says: string})[];
  me: string;
  givesOut: 'claim' | 'allocate';
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
      <FormProblems problems={answer?.problems} />
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
          <FactsPart title="Who it is" facts={view.person} />
          <FactsPart title="How to reach them" facts={view.reach} />
          <FactsPart title="Who asked" facts={view.referrer} />
          <Timeline entries={view.timeline} />
        </div>
        <div className="case__side">
          <Decide view={view} form={form} {...page} />
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
        {facts.map(({label, value}) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type DecideProps = Omit<ReferralPageProps, 'submission' | 'answer' | 'isHeld' | 'done' | 'typed'> & {form: FormsProps};

function Decide({view, form, ...page}: DecideProps) {
  if (view.state === 'finished') {
    return (
      <section className="side-part next-step">
        <h2>{view.status}</h2>
        {view.decided && <p>{view.decided}</p>}
        {view.caseId && (
          <p>
            <a className="act act--main" href={`/caseload/cases/${view.caseId}`}>
              To the case
            </a>
          </p>
        )}
      </section>
    );
  }
  const isAsked = (act: string) => form.typed.act === act;
  const shown = (act: string): FormsProps => (isAsked(act) ? form : {...form, typed: {}, problems: {}});
  return (
    <>
      {view.state === 'held' && (
        <ActForm {...form} act="let_through" className="side-part next-step">
          <h2>Is this a person’s request?</h2>
          <p>It was held back, and nobody was told. Let it through if somebody needs help, else decline it.</p>
          <Button type="submit">Let it through</Button>
        </ActForm>
      )}
      <AcceptPart view={view} form={shown('accept')} {...page} />
      <section className="side-part" aria-labelledby="other">
        <h2 id="other">Or</h2>
        <AskPart view={view} form={shown('ask')} noted={shown('note')} />
        <PassPart providers={page.providers} form={shown('pass_on')} />
        <DeclinePart form={shown('decline')} />
      </section>
    </>
  );
}

function AcceptPart({view, form, likely, walkers, me, givesOut, today}: DecideProps) {
  const {typed, problems} = form;
  return (
    <section className="log" aria-labelledby="accept">
      <h2 id="accept">Accept it</h2>
      {view.consentMissing && (
        <p className="inbox-card__flag">
          Ask them first, and write down below that they agree. Then it can be accepted.
        </p>
      )}
      <ActForm {...form} act="accept">
        {!view.isMatched && (
          <Radios id="who" name="who" legend="Who is it?" legendProps={{size: 's'}} error={problems.who} small>
            {likely.map(({id, name, born, reference, likeness}) => (
              <Radios.Item
                key={id}
                value={id}
                hint={`${born}, ${reference}. ${likeness}.`}
                defaultChecked={typed.who === id}
              >
                {name}
              </Radios.Item>
            ))}
            <Radios.Item value="new" defaultChecked={typed.who === 'new' || (!typed.who && likely.length === 0)}>
              Someone new: write them down
            </Radios.Item>
          </Radios>
        )}
        <Radios id="tier" name="tier" legend="Kind of support" legendProps={{size: 's'}} error={problems.tier} small>
          {Object.entries(TIERS).map(([key, {name, says}]) => (
            <Radios.Item key={key} value={key} hint={says} defaultChecked={(typed.tier ?? 'plan') === key}>
              {name}
            </Radios.Item>
          ))}
        </Radios>
        <Select
          id="worker"
          name="worker"
          label="Who walks with them"
          defaultValue={typed.worker ?? (givesOut === 'claim' ? me : '')}
          error={problems.worker}
        >
          <Select.Option value="">Nobody yet: leave it to claim</Select.Option>
          {walkers.map(({key, name}) => (
            <Select.Option key={key} value={key}>
              {key === me ? `${name} (you)` : name}
            </Select.Option>
          ))}
        </Select>
        <NextStepFields typed={typed} problems={problems} today={today} />
        <Button type="submit">Accept and open a case</Button>
      </ActForm>
    </section>
  );
}

function AskPart({view, form, noted}: {view: ReferralView; form: FormsProps; noted: FormsProps}) {
  return (
    <>
      <Details open={noted.typed.act === 'note' || view.consentMissing}>
        <Details.Summary>Write down what you found out</Details.Summary>
        <Details.Text>
          <ActForm {...noted} act="note">
            <Textarea
              id="note-words"
              name="words"
              label="Note"
              rows={3}
              defaultValue={noted.typed.words ?? ''}
              error={noted.problems.words}
            />
            {view.consentMissing && (
              <Checkboxes name="agrees" small>
                <Checkboxes.Item id="agrees" value="yes">
                  They agree to be referred
                </Checkboxes.Item>
              </Checkboxes>
            )}
            <Button type="submit" secondary>
              Save the note
            </Button>
          </ActForm>
        </Details.Text>
      </Details>
      <Details open={form.typed.act === 'ask'}>
        <Details.Summary>Ask for more</Details.Summary>
        <Details.Text>
          <ActForm {...form} act="ask">
            <Textarea
              id="ask-words"
              name="words"
              label="What you need to know"
              hint="It stays here. Whoever asked hears by e-mail only that you have a question."
              rows={3}
              defaultValue={form.typed.words ?? ''}
              error={form.problems.words}
            />
            <Button type="submit" secondary>
              Wait for an answer
            </Button>
          </ActForm>
        </Details.Text>
      </Details>
    </>
  );
}

function PassPart({providers, form}: {providers: ReferralPageProps['providers']; form: FormsProps}) {
  if (providers.length === 0) return null;
  return (
    <Details open={form.typed.act === 'pass_on'}>
      <Details.Summary>Pass it to another provider</Details.Summary>
      <Details.Text>
        <ActForm {...form} act="pass_on">
          <Radios id="to" name="to" legend="To whom" legendProps={{size: 's'}} error={form.problems.to} small>
            {providers.map(({key, name, says}) => (
              <Radios.Item key={key} value={key} hint={says} defaultChecked={form.typed.to === key}>
                {name}
              </Radios.Item>
            ))}
          </Radios>
          <TextInput
            id="pass-words"
            name="words"
            label="Why"
            defaultValue={form.typed.words ?? ''}
            error={form.problems.words}
            autoComplete="off"
          />
          <Button type="submit" secondary>
            Pass it on
          </Button>
        </ActForm>
      </Details.Text>
    </Details>
  );
}

function DeclinePart({form}: {form: FormsProps}) {
  return (
    <Details open={form.typed.act === 'decline'}>
      <Details.Summary>Decline it</Details.Summary>
      <Details.Text>
        <ActForm {...form} act="decline">
          <Select
            id="reason"
            name="reason"
            label="Why"
            defaultValue={form.typed.reason ?? ''}
            error={form.problems.reason}
          >
            <Select.Option value="">Choose</Select.Option>
            {Object.entries(DECLINE_REASONS).map(([key, name]) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <Textarea
            id="alternative"
            name="alternative"
            label="What may help instead"
            hint="Who else, with a number or an address."
            rows={2}
            defaultValue={form.typed.alternative ?? ''}
            error={form.problems.alternative}
          />
          <Button type="submit" secondary>
            Decline it
          </Button>
        </ActForm>
      </Details.Text>
    </Details>
  );
}
