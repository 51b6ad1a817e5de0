import {Button} from 'nhsuk-react-components';
import {TIERS} from '../../domain/cases/case-choices.ts';
import {DECLINE_REASONS} from '../../domain/referrals/referral-choices.ts';
import {ActOneOf, ActSelect, ActWords} from '../staff/act-fields.tsx';
import {ActForm, FoldedAct, formOf, idIn, type FormsProps} from '../staff/act-form.tsx';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {Tick} from '../staff/choice-set.tsx';
import {NextStepFields} from './next-step-fields.tsx';
import type {LikelyView, ReferralView} from './referral-view.ts';
import {Words} from './words-field.tsx';

/** What there is to choose from when a referral is decided. */
export interface ReferralChoices {
  today: string;
  likely: LikelyView[];
  walkers: Choice[];
  /** Teams of one's own organisation, and which of them has it. */
  teams: Choice[];
  team: string | null;
  providers: (Choice & {says: string; room: string; isSuggested: boolean})[];
  /** How full one's own organisation is; null for one that takes no referrals. */
  room: string | null;
  me: string;
  givesOut: 'claim' | 'allocate';
  /** Whom a lead may give it to, and why; null for everybody else. */
  suggestion: {worker: {id: string; name: string} | null; reason: string} | null;
}

interface DecideProps extends ReferralChoices {
  view: ReferralView;
  form: FormsProps;
}

/** What becomes of a referral: accepted, or one of the other ways; of one that is decided, what became of it. */
export function DecideReferral({view, form, ...page}: DecideProps) {
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
  return (
    <>
      {view.state === 'held' && (
        <ActForm {...form} act="let_through" className="side-part next-step">
          <h2>Is this a person’s request?</h2>
          <p>It was held back, and nobody was told. Let it through if somebody needs help, else decline it.</p>
          <Button type="submit">Let it through</Button>
        </ActForm>
      )}
      <AcceptPart view={view} form={formOf(form, 'accept')} {...page} />
      <section className="side-part" aria-labelledby="other">
        <h2 id="other">Or</h2>
        <NoteAct {...formOf(form, 'note')} consentMissing={view.consentMissing} />
        <AskAct {...formOf(form, 'ask')} hears={view.referrerHears} />
        {page.teams.length > 0 && <TeamAct {...formOf(form, 'team')} teams={page.teams} team={page.team} />}
        {page.providers.length > 0 && <PassAct {...formOf(form, 'pass_on')} providers={page.providers} />}
        <DeclineAct {...formOf(form, 'decline')} hears={view.referrerHears} />
      </section>
    </>
  );
}

type OneAct = ReturnType<typeof formOf>;

function AcceptPart({
  view,
  form,
  likely,
  walkers,
  me,
  givesOut,
  suggestion,
  room,
  today,
}: DecideProps & {form: OneAct}) {
  const {typed, problems} = form;
  return (
    <section className="log" aria-labelledby="accept">
      <h2 id="accept">Accept it</h2>
      {view.consentMissing && (
        <p className="inbox-card__flag">
          Ask them first, and write down below that they agree. Then it can be accepted.
        </p>
      )}
      <ActForm {...form}>
        {!view.isMatched && (
          <ActOneOf
            form={form}
            name="who"
            legend="Who is it?"
            options={[
              ...likely.map(({id, name, born, reference, likeness}) => ({
                key: id,
                name,
                says: `${born}, ${reference}. ${likeness}.`,
              })),
              {key: 'new', name: 'Someone new: write them down'},
            ]}
            usual={likely.length === 0 ? 'new' : undefined}
            small
          />
        )}
        <ActOneOf
          form={form}
          name="tier"
          legend="Kind of support"
          options={Object.entries(TIERS).map(([key, tier]) => ({key, ...tier}))}
          usual="plan"
          small
        />
        <ChoiceSelect
          id={idIn(form.act, 'worker')}
          name="worker"
          label="Who walks with them"
          hint={[room, suggestion && suggestionWords(suggestion)].filter(Boolean).join(' ') || undefined}
          options={walkers.map(({key, name}) => ({key, name: key === me ? `${name} (you)` : name}))}
          value={typed.take || (typed.worker ?? (givesOut === 'claim' ? me : ''))}
          error={problems.worker}
          none="Nobody yet: leave it to claim"
        />
        <NextStepFields typed={typed} problems={problems} today={today} act={form.act} />
        {/* First, so that Enter in a field accepts as chosen and never as suggested. */}
        <Button type="submit">Accept and open a case</Button>
        {suggestion?.worker && (
          <Button type="submit" secondary name="take" value={suggestion.worker.id}>
            Accept for {suggestion.worker.name}
          </Button>
        )}
      </ActForm>
    </section>
  );
}

/** Said beside the list, and chosen by nobody but the lead. */
const suggestionWords = ({worker, reason}: NonNullable<ReferralChoices['suggestion']>) =>
  worker ? `Suggested: ${worker.name}. ${reason} You decide.` : `No suggestion. ${reason}`;

function NoteAct({consentMissing, ...form}: OneAct & {consentMissing: boolean}) {
  return (
    <FoldedAct {...form} title="Write down what you found out" isOpen={form.isOpen || consentMissing}>
      <ActWords form={form} name="words" label="Note" />
      {consentMissing && (
        <Tick id={idIn(form.act, 'agrees')} name="agrees">
          They agree to be referred
        </Tick>
      )}
      <Button type="submit" secondary>
        Save the note
      </Button>
    </FoldedAct>
  );
}

function AskAct({hears, ...form}: OneAct & {hears: boolean}) {
  return (
    <FoldedAct {...form} title="Ask for more">
      <ActWords
        form={form}
        name="words"
        label="What you need to know"
        hint={
          hears
            ? 'Whoever asked reads it behind a private link, and can answer there. Say nothing that they may not know.'
            : 'Nobody is told of it by itself: ring them.'
        }
      />
      <Button type="submit" secondary>
        Wait for an answer
      </Button>
    </FoldedAct>
  );
}

function TeamAct({teams, team, ...form}: OneAct & Pick<ReferralChoices, 'teams' | 'team'>) {
  return (
    <FoldedAct {...form} title="Give it to a team">
      <ActSelect form={form} name="team" label="Team" options={teams} usual={team ?? ''} none="No team in particular" />
      <Button type="submit" secondary>
        Save the team
      </Button>
    </FoldedAct>
  );
}

function PassAct({providers, ...form}: OneAct & Pick<ReferralChoices, 'providers'>) {
  return (
    <FoldedAct {...form} title="Pass it to another provider">
      <ActOneOf
        form={form}
        name="to"
        legend="To whom"
        options={providers.map(({key, name, says, room, isSuggested}) => ({
          key,
          name: isSuggested ? `${name} (fits best)` : name,
          says: `${says} ${room}`,
        }))}
        small
      />
      <Words label="Why" {...form} />
      <Button type="submit" secondary>
        Pass it on
      </Button>
    </FoldedAct>
  );
}

function DeclineAct({hears, ...form}: OneAct & {hears: boolean}) {
  return (
    <FoldedAct {...form} title="Decline it">
      <ActSelect form={form} name="reason" label="Why" options={DECLINE_REASONS} none="Choose" />
      <ActWords
        form={form}
        name="alternative"
        label="What may help instead"
        hint={`Who else, with a number or an address. ${hears ? 'Whoever asked reads it behind a private link. Say nothing that they may not know.' : 'Nobody is told of it by itself: ring them.'}`}
        rows={2}
      />
      <Button type="submit" secondary>
        Decline it
      </Button>
    </FoldedAct>
  );
}
