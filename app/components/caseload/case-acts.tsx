import {Button, Details, Select, Textarea, TextInput} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import {CLOSE_REASONS, TIERS} from '../../domain/cases/case-choices.ts';
import {ActForm, type FormsProps} from '../second-level/act-form.tsx';
import type {CasePageProps, CaseView} from './case-page.tsx';
import type {Choice} from './caseload-view.ts';
import {NextStepFields} from './next-step-fields.tsx';

type ActsProps = Pick<CasePageProps, 'walkers' | 'partners' | 'sharedWith' | 'today'> & {
  view: CaseView;
  form: FormsProps;
};

/** What else is done with a case, each folded away behind what it does. */
export function CaseActs({view, form, walkers, partners, sharedWith, today}: ActsProps) {
  const isAsked = (act: string) => form.typed.act === act;
  const shown = (act: string): FormsProps => (isAsked(act) ? form : {...form, typed: {}, problems: {}});
  if (view.state === 'closed') {
    return (
      <section className="side-part" aria-labelledby="acts">
        <h2 id="acts">Go on with it</h2>
        <Act title="Open it again" act="reopen" form={shown('reopen')} isOpen={isAsked('reopen')}>
          <NextStepFields {...shown('reopen')} today={today} prefix="reopen-" />
          <Button type="submit">Open it again</Button>
        </Act>
      </section>
    );
  }
  return (
    <section className="side-part" aria-labelledby="acts">
      <h2 id="acts">Go on with it</h2>
      <Act title="Change the next step" act="next" form={shown('next')} isOpen={isAsked('next')}>
        <NextStepFields {...shown('next')} today={today} prefix="step-" />
        <Button type="submit" secondary>
          Save the next step
        </Button>
      </Act>
      <Act title="Write a note" act="note" form={shown('note')} isOpen={isAsked('note')}>
        <Textarea
          id="words"
          name="words"
          label="Note"
          rows={3}
          defaultValue={shown('note').typed.words ?? ''}
          error={shown('note').problems.words}
        />
        <Button type="submit" secondary>
          Save the note
        </Button>
      </Act>
      {view.state === 'paused' ? (
        <Act title="Go on after the pause" act="resume" form={shown('resume')} isOpen={isAsked('resume')}>
          <NextStepFields {...shown('resume')} today={today} prefix="resume-" />
          <Button type="submit">Go on</Button>
        </Act>
      ) : (
        <PauseAct form={shown('pause')} isOpen={isAsked('pause')} />
      )}
      <Act title="Move into follow-up" act="follow_up" form={shown('follow_up')} isOpen={isAsked('follow_up')}>
        <p>The plan is done; you look in once more, after some three months.</p>
        <NextStepFields {...shown('follow_up')} today={today} prefix="follow-" />
        <Button type="submit" secondary>
          Move into follow-up
        </Button>
      </Act>
      <Act title="Change the kind of support" act="tier" form={shown('tier')} isOpen={isAsked('tier')}>
        <Select id="tier" name="tier" label="Kind of support" defaultValue={shown('tier').typed.tier ?? ''}>
          {Object.entries(TIERS).map(([key, {name, says}]) => (
            <Select.Option key={key} value={key}>
              {`${name}: ${says}`}
            </Select.Option>
          ))}
        </Select>
        <TextInput
          id="tier-why"
          name="words"
          label="Why"
          defaultValue={shown('tier').typed.words ?? ''}
          error={shown('tier').problems.words}
          autoComplete="off"
        />
        <Button type="submit" secondary>
          Change it
        </Button>
      </Act>
      <GiveAct walkers={walkers} form={shown('transfer')} isOpen={isAsked('transfer')} />
      <ShareAct partners={partners} sharedWith={sharedWith} form={shown('share')} isOpen={isAsked('share')} />
      <CloseAct form={shown('close')} isOpen={isAsked('close')} />
    </section>
  );
}

function Act({
  title,
  act,
  form,
  isOpen,
  children,
}: {
  title: string;
  act: string;
  form: FormsProps;
  isOpen: boolean;
  children: ReactNode;
}) {
  return (
    <Details open={isOpen}>
      <Details.Summary>{title}</Details.Summary>
      <Details.Text>
        <ActForm {...form} act={act}>
          {children}
        </ActForm>
      </Details.Text>
    </Details>
  );
}

interface OneAct {
  form: FormsProps;
  isOpen: boolean;
}

function PauseAct({form, isOpen}: OneAct) {
  const {typed, problems} = form;
  return (
    <Act title="Pause it" act="pause" form={form} isOpen={isOpen}>
      <TextInput
        id="pauseReason"
        name="pauseReason"
        label="Why"
        hint="For example: in hospital."
        defaultValue={typed.pauseReason ?? ''}
        error={problems.pauseReason}
        autoComplete="off"
      />
      <TextInput
        id="pausedUntil"
        name="pausedUntil"
        type="date"
        label="Until when, if you know"
        defaultValue={typed.pausedUntil ?? ''}
        error={problems.pausedUntil}
      />
      <Button type="submit" secondary>
        Pause it
      </Button>
    </Act>
  );
}

function GiveAct({walkers, form, isOpen}: OneAct & {walkers: Choice[]}) {
  return (
    <Act title="Give it to a colleague" act="transfer" form={form} isOpen={isOpen}>
      <Select
        id="to"
        name="to"
        label="Who walks on with them"
        defaultValue={form.typed.to ?? ''}
        error={form.problems.to}
      >
        <Select.Option value="">Choose</Select.Option>
        {walkers.map(({key, name}) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <TextInput
        id="transfer-words"
        name="words"
        label="What they should know"
        defaultValue={form.typed.words ?? ''}
        autoComplete="off"
      />
      <Button type="submit" secondary>
        Give it to them
      </Button>
    </Act>
  );
}

function ShareAct({partners, sharedWith, form, isOpen}: OneAct & {partners: Choice[]; sharedWith: Choice[]}) {
  if (partners.length === 0) return null;
  return (
    <>
      {sharedWith.map(({key, name}) => (
        <ActForm key={key} {...form} act="unshare" className="shared-with">
          <p>{name} can read this case.</p>
          <input type="hidden" name="with" value={key} />
          <Button type="submit" secondary>
            End that
          </Button>
        </ActForm>
      ))}
      <Act title="Share it with another organisation" act="share" form={form} isOpen={isOpen}>
        <p>They can then read it, and change nothing. Ask the person first.</p>
        <Select id="with" name="with" label="With whom" defaultValue={form.typed.with ?? ''} error={form.problems.with}>
          <Select.Option value="">Choose</Select.Option>
          {partners.map(({key, name}) => (
            <Select.Option key={key} value={key}>
              {name}
            </Select.Option>
          ))}
        </Select>
        <TextInput
          id="share-words"
          name="words"
          label="Why, and that the person agrees"
          defaultValue={form.typed.words ?? ''}
          error={form.problems.words}
          autoComplete="off"
        />
        <Button type="submit" secondary>
          Share it
        </Button>
      </Act>
    </>
  );
}

function CloseAct({form, isOpen}: OneAct) {
  const {typed, problems} = form;
  return (
    <Act title="Close it" act="close" form={form} isOpen={isOpen}>
      <p>If you have not asked how they are now, this is the moment for a last measure.</p>
      <Select
        id="closeReason"
        name="closeReason"
        label="Why it ends"
        defaultValue={typed.closeReason ?? ''}
        error={problems.closeReason}
      >
        <Select.Option value="">Choose</Select.Option>
        {Object.entries(CLOSE_REASONS).map(([key, name]) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Textarea
        id="outcome"
        name="outcome"
        label="What came of it"
        rows={3}
        defaultValue={typed.outcome ?? ''}
        error={problems.outcome}
      />
      <Button type="submit">Close the case</Button>
    </Act>
  );
}
