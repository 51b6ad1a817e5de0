import {BackLink, Button, InsetText, Tag} from 'nhsuk-react-components';
import type {Choice} from '../staff/choice-select.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {LiveNote} from '../desk/live-note.tsx';
import {useLive} from '../live/use-live.ts';
import {RecordBanner} from '../people/record-banner.tsx';
import type {BannerView} from '../people/record-view.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {ActForm, type FormsProps} from '../staff/act-form.tsx';
import {ClockMark} from './clock-mark.tsx';
import {HandoffCall} from './handoff-call.tsx';
import {AssignForm, FinishForm, MoveForm, TellForm} from './handoff-finish.tsx';
import {HandoffAsks, HandoffSteps, TalkForms} from './handoff-talk.tsx';
import type {HandoffView} from './handoff-view.ts';
import {useKeepClaim} from './use-keep-claim.ts';

interface HandoffPageProps {
  now: number;
  topics: string[];
  submission: string;
  view: HandoffView;
  banner: BannerView | null;
  takers: Choice[];
  others: Choice[];
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** Something that was handed on: on the left the call as it came, on the right what is done with it. */
export function HandoffPage({
  now,
  topics,
  submission,
  view,
  banner,
  takers,
  others,
  answer,
  ...shown
}: HandoffPageProps) {
  const live = useLive(topics, now);
  const isAboutToLapse = useKeepClaim(`/desk/handoffs/${view.id}`, view.isMine);
  const form: FormsProps = {
    submission,
    version: view.version,
    typed: answer?.typed ?? shown.typed,
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner second-level">
      <BackLink href={`/desk/queues/${view.discipline}`}>{view.disciplineName}</BackLink>
      <FormProblems problems={answer?.problems} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={shown.done} />}
      {shown.isHeld && !answer && <HeldNotice />}
      <HandoffHead view={view} form={form} />
      {isAboutToLapse && (
        <InsetText>
          <p>
            <strong>Are you still working on this?</strong> Press any key on this page. In two minutes it goes back into
            the queue; what you have typed stays here.
          </p>
        </InsetText>
      )}
      <LiveNote state={live} />
      <div className="handoff">
        <div className="handoff__call">
          <PersonPart banner={banner} view={view} form={form} />
          <HandoffCall reason={view.reason} call={view.call} />
          {view.call && (
            <p>
              <a href={`/mdt/bring?handoff=${view.id}`}>Bring them to a meeting with other professionals</a>
            </p>
          )}
        </div>
        <div className="handoff__work">
          <HandoffSteps steps={view.steps} />
          <HandoffAsks asks={view.asks} {...form} />
          {view.closed && <ClosedPart view={view} form={form} />}
          {view.status !== 'closed' && (
            <section className="handoff-part" aria-labelledby="go-on">
              <h2 id="go-on">Go on with it</h2>
              <TalkForms others={others} {...form} />
              {view.mayTake && <MoveForm others={others} {...form} />}
              {view.isLead && <AssignForm takers={takers} {...form} />}
            </section>
          )}
          {view.isMine && (
            <section className="handoff-part handoff-finish" aria-labelledby="finish">
              <h2 id="finish">Finish it</h2>
              <FinishForm {...form} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function HandoffHead({view, form}: {view: HandoffView; form: FormsProps}) {
  const isFree = view.status === 'waiting';
  return (
    <header className="handoff-head">
      <div>
        <h1>
          {view.disciplineName}
          <span className="handoff-head__call">{view.call ? `Call ${view.call.reference}` : 'A restricted call'}</span>
        </h1>
        <p className="handoff-head__facts">
          {view.handedOn}. Priority: <strong>{view.priority}</strong>.{' '}
          {view.isRestricted && <Tag modifier="purple">Restricted</Tag>}
        </p>
      </div>
      <div className="handoff-head__state">
        {view.clock && <ClockMark clock={view.clock} />}
        <p>
          {view.status === 'closed' && <strong>Finished</strong>}
          {isFree && 'Nobody has it.'}
          {view.isMine && <strong>You have it.</strong>}
          {view.claimedByName && !view.isMine && `${view.claimedByName} has it.`}
        </p>
        {isFree && view.mayTake && (
          <ActForm {...form} act="claim">
            <Button type="submit">Take it up</Button>
          </ActForm>
        )}
        {view.status === 'claimed' && (view.isMine || view.isLead) && (
          <ActForm {...form} act="release">
            <Button type="submit" secondary>
              Put it back
            </Button>
          </ActForm>
        )}
      </div>
    </header>
  );
}

/** Whom it is about: alerts and communication needs first, under an opening for this very call. */
function PersonPart({banner, view, form}: {banner: BannerView | null; view: HandoffView; form: FormsProps}) {
  if (banner) {
    return (
      <>
        <RecordBanner banner={banner} />
        <p className="handoff__record">
          <a href={`/people/${banner.id}`}>Their whole record</a>
        </p>
      </>
    );
  }
  if (!view.hasPerson) return <p>The caller did not say whom it is about.</p>;
  if (view.status === 'closed') return null;
  return (
    <ActForm {...form} act="open" className="handoff-open">
      <p>
        Alerts and communication needs, where there are any, stand at the top. The rest is in the person’s record: it
        opens for their care under this call, which is written down with your name.
      </p>
      <Button type="submit" secondary>
        Open their record for this call
      </Button>
    </ActForm>
  );
}

function ClosedPart({view, form}: {view: HandoffView; form: FormsProps}) {
  const {closed, told} = view;
  return (
    <section className="handoff-part" aria-labelledby="closed">
      <h2 id="closed">What came of it</h2>
      <p>
        <strong>{closed?.outcome}</strong>
      </p>
      <p className="keeps-lines breaks-anywhere">{closed?.arranged}</p>
      <p className="steps__at">{closed?.by}</p>
      {told && <p>The caller was told. {told}.</p>}
      {!told && <p>The caller has still to be told.</p>}
      {!told && view.mayTake && <TellForm {...form} />}
    </section>
  );
}
