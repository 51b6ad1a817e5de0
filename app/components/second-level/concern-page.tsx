import {BackLink, Button, InsetText, SummaryList, Tag, Textarea} from 'nhsuk-react-components';
import {DECISIONS} from '../../domain/second-level/concern-choices.ts';
import {OneOf} from '../staff/choice-set.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {RecordBanner} from '../people/record-banner.tsx';
import type {BannerView} from '../people/record-view.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {ActForm, type FormsProps} from '../staff/act-form.tsx';
import {ClockMark, type ClockView} from './clock-mark.tsx';
import {HandoffCall} from './handoff-call.tsx';
import type {CallView} from './handoff-view.ts';

interface ConcernPageProps {
  submission: string;
  version: number;
  reference: string;
  raised: string;
  lead: string | null;
  clock: ClockView | null;
  concern: string;
  wishes: string | null;
  parts: {question: string; answer: string}[];
  says: string;
  decided: {name: string; note: string; by: string} | null;
  isToDecide: boolean;
  call: CallView | null;
  hasPerson: boolean;
  banner: BannerView | null;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** One concern: on the left what was said, on the right the test and the decision. */
export function ConcernPage({answer, ...page}: ConcernPageProps) {
  const form: FormsProps = {
    submission: page.submission,
    version: page.version,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner second-level">
      <BackLink href="/desk/safeguarding">Safeguarding concerns</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <header className="handoff-head">
        <div>
          <h1>
            Safeguarding concern <span className="handoff-head__call">{page.reference}</span>
          </h1>
          <p className="handoff-head__facts">
            {page.raised}. {page.lead ? `Named lead: ${page.lead}.` : ''} <Tag modifier="purple">Restricted</Tag>
          </p>
        </div>
        <div className="handoff-head__state">{page.clock && <ClockMark clock={page.clock} />}</div>
      </header>
      <div className="handoff">
        <div className="handoff__call">
          <Whom {...page} form={form} />
          <section className="handoff-part" aria-labelledby="worry">
            <h2 id="worry">The worry</h2>
            <InsetText>
              <p className="keeps-lines breaks-anywhere">{page.concern}</p>
            </InsetText>
            <h3>What the person wants to happen</h3>
            <p className="keeps-lines breaks-anywhere">
              {page.wishes ?? 'It was not said. Ask them, if that is safe.'}
            </p>
          </section>
          {page.call && <HandoffCall call={page.call} />}
        </div>
        <div className="handoff__work">
          <section className="handoff-part" aria-labelledby="test">
            <h2 id="test">The three-part test</h2>
            <SummaryList noBorder className="three-parts">
              {page.parts.map(({question, answer: said}) => (
                <SummaryList.Row key={question}>
                  <SummaryList.Key>{question}</SummaryList.Key>
                  <SummaryList.Value>{said}</SummaryList.Value>
                </SummaryList.Row>
              ))}
            </SummaryList>
            <p>
              <strong>{page.says}</strong> The answers are what was known then. They support your judgement and do not
              replace it (Care Act 2014, section 42).
            </p>
          </section>
          <Decision {...page} form={form} />
        </div>
      </div>
    </div>
  );
}

function Whom({banner, hasPerson, isToDecide, decided, form}: Omit<ConcernPageProps, 'answer'> & {form: FormsProps}) {
  if (banner) return <RecordBanner banner={banner} />;
  if (!hasPerson) return <p>The caller did not say whom it is about.</p>;
  if (!isToDecide || decided) return null;
  return (
    <ActForm {...form} act="open" className="handoff-open">
      <p>
        Alerts and communication needs, where there are any, stand at the top. The rest is in the person’s record:
        opening it is written down with your name.
      </p>
      <Button type="submit" secondary>
        Open their record for this concern
      </Button>
    </ActForm>
  );
}

function Decision({decided, isToDecide, form}: Omit<ConcernPageProps, 'answer'> & {form: FormsProps}) {
  if (decided) {
    return (
      <section className="handoff-part" aria-labelledby="decided">
        <h2 id="decided">What was decided</h2>
        <p>
          <strong>{decided.name}</strong>
        </p>
        <p className="keeps-lines breaks-anywhere">{decided.note}</p>
        <p className="steps__at">{decided.by}</p>
      </section>
    );
  }
  if (!isToDecide) return <p>It has not been decided yet. You can see the decision here.</p>;
  const {typed, problems} = form;
  return (
    <section className="handoff-part handoff-finish" aria-labelledby="decide">
      <h2 id="decide">Decide</h2>
      <ActForm {...form} act="decide">
        <OneOf
          name="decision"
          legend="What you decide"
          options={Object.entries(DECISIONS).map(([key, decision]) => ({key, ...decision}))}
          value={typed.decision}
          error={problems.decision}
          small
        />
        <Textarea
          id="note"
          name="note"
          label="Why, and what happens next"
          rows={5}
          defaultValue={typed.note ?? ''}
          error={problems.note}
        />
        <Button type="submit">Decide</Button>
      </ActForm>
    </section>
  );
}
