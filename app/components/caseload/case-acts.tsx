import {Button} from 'nhsuk-react-components';
import {closeReasons, TIERS} from '../../domain/cases/case-choices.ts';
import {ActDay, ActSelect, ActText, ActWords} from '../staff/act-fields.tsx';
import {ActForm, FoldedAct, formOf, type FormsProps} from '../staff/act-form.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import type {CaseView} from './case-view.ts';
import {NextStepFields} from './next-step-fields.tsx';
import {Words} from './words-field.tsx';

/** What there is to choose from in the acts on a case. */
export interface CaseChoices {
  today: string;
  walkers: Choice[];
  partners: Choice[];
  sharedWith: (Choice & {worksWithUs: boolean})[];
}

interface ActsProps extends CaseChoices {
  view: CaseView;
  form: FormsProps;
}

/** What else is done with a case, each folded away behind what it does. */
export function CaseActs({view, form, walkers, partners, sharedWith, today}: ActsProps) {
  const isClosed = view.state === 'closed';
  return (
    <section className="side-part" aria-labelledby="acts">
      <h2 id="acts">Go on with it</h2>
      {isClosed ? (
        <StepAct {...formOf(form, 'reopen')} title="Open it again" today={today} button="Open it again" isMain />
      ) : (
        <>
          <StepAct {...formOf(form, 'next')} title="Change the next step" today={today} button="Save the next step" />
          <NoteAct {...formOf(form, 'note')} />
          {view.state === 'paused' ? (
            <StepAct {...formOf(form, 'resume')} title="Go on after the pause" today={today} button="Go on" isMain />
          ) : (
            <PauseAct {...formOf(form, 'pause')} />
          )}
          <StepAct
            {...formOf(form, 'follow_up')}
            title="Move into follow-up"
            says="The plan is done; you look in once more, after some three months."
            today={today}
            button="Move into follow-up"
          />
          <TierAct {...formOf(form, 'tier')} />
          <GiveAct {...formOf(form, 'transfer')} walkers={walkers} />
          {partners.length > 0 && <ShareActs {...form} partners={partners} sharedWith={sharedWith} />}
          <CloseAct {...formOf(form, 'close')} caseId={view.id} attempts={view.attempts} />
        </>
      )}
    </section>
  );
}

/** What an organisation that walks in another's case does besides contacts. */
export function JointActs({form, today}: {form: FormsProps; today: string}) {
  return (
    <section className="side-part" aria-labelledby="acts">
      <h2 id="acts">Go on with it</h2>
      <p>You walk in this case together. What else is decided about it is for the organisation that has it.</p>
      <StepAct
        {...formOf(form, 'next')}
        title="Change our next step"
        says="It is yours then, and stands in your day. What comes next for them stays as it is."
        today={today}
        button="Save the next step"
      />
      <NoteAct {...formOf(form, 'note')} />
    </section>
  );
}

type OneAct = ReturnType<typeof formOf>;

/** What needs no more than a next step. */
function StepAct({
  title,
  says,
  today,
  button,
  isMain = false,
  ...form
}: OneAct & {title: string; says?: string; today: string; button: string; isMain?: boolean}) {
  return (
    <FoldedAct {...form} title={title}>
      {says && <p>{says}</p>}
      <NextStepFields {...form} today={today} />
      <Button type="submit" secondary={!isMain}>
        {button}
      </Button>
    </FoldedAct>
  );
}

function NoteAct(form: OneAct) {
  return (
    <FoldedAct {...form} title="Write a note">
      <ActWords form={form} name="words" label="Note" />
      <Button type="submit" secondary>
        Save the note
      </Button>
    </FoldedAct>
  );
}

function PauseAct(form: OneAct) {
  return (
    <FoldedAct {...form} title="Pause it">
      <ActText form={form} name="pauseReason" label="Why" hint="For example: in hospital." />
      <ActDay form={form} name="pausedUntil" label="Until when, if you know" />
      <Button type="submit" secondary>
        Pause it
      </Button>
    </FoldedAct>
  );
}

const KINDS_OF_SUPPORT = Object.entries(TIERS).map(([key, {name, says}]) => ({key, name: `${name}: ${says}`}));

function TierAct(form: OneAct) {
  return (
    <FoldedAct {...form} title="Change the kind of support">
      <ActSelect form={form} name="tier" label="Kind of support" options={KINDS_OF_SUPPORT} />
      <Words label="Why" {...form} />
      <Button type="submit" secondary>
        Change it
      </Button>
    </FoldedAct>
  );
}

function GiveAct({walkers, ...form}: OneAct & {walkers: Choice[]}) {
  return (
    <FoldedAct {...form} title="Give it to a colleague">
      <ActSelect form={form} name="to" label="Who walks on with them" options={walkers} none="Choose" />
      <Words label="What they should know" {...form} />
      <Button type="submit" secondary>
        Give it to them
      </Button>
    </FoldedAct>
  );
}

const HOW_SHARED = {
  read: 'They read it, and change nothing',
  walk: 'They walk too: log contacts, and have a next step of their own',
};

function ShareActs({partners, sharedWith, ...form}: FormsProps & Pick<CaseChoices, 'partners' | 'sharedWith'>) {
  const share = formOf(form, 'share');
  return (
    <>
      {sharedWith.map(({key, name, worksWithUs}) => (
        <ActForm key={key} {...form} act="unshare" className="shared-with">
          <p>{worksWithUs ? `${name} walk in this case too.` : `${name} can read this case.`}</p>
          <input type="hidden" name="with" value={key} />
          <Button type="submit" secondary>
            End that
          </Button>
        </ActForm>
      ))}
      <FoldedAct {...share} title="Share it with another organisation">
        <p>
          Ask the person first. The other organisation sees the case and its number. The name shows there once the
          record says, under <em>What they agreed to</em>, that it is shared with that organisation.
        </p>
        <ActSelect form={share} name="with" label="With whom" options={partners} none="Choose" />
        <ActSelect form={share} name="how" label="What they do" options={HOW_SHARED} usual="read" />
        <Words label="Why, and that the person agrees" {...share} />
        <Button type="submit" secondary>
          Share it
        </Button>
      </FoldedAct>
    </>
  );
}

function CloseAct({caseId, attempts, ...form}: OneAct & {caseId: string; attempts: number}) {
  const reasons = closeReasons(attempts);
  return (
    <FoldedAct {...form} title="Close it">
      <p>
        Have you asked how they are now? <a href={`/caseload/cases/${caseId}/measures`}>A last measure</a> can be
        written down before, or in the four weeks after.
      </p>
      <ActSelect form={form} name="closeReason" label="Why it ends" options={reasons} none="Choose" />
      <ActWords form={form} name="outcome" label="What came of it" />
      <Button type="submit">Close the case</Button>
    </FoldedAct>
  );
}
