import {BackLink, Button, Textarea} from 'nhsuk-react-components';
import {PrintButton} from '../listing/print-button.tsx';
import {ActDay, ActOneOf, ActSelect, ActText} from '../staff/act-fields.tsx';
import {ActForm, FoldedAct, formOf, idIn, problemIds, type FormsProps} from '../staff/act-form.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import type {ItemView, MeetingHeadView} from './mdt-view.ts';
import {SummaryFields} from './summary-fields.tsx';
import {SummarySheet, type SheetView} from './summary-sheet.tsx';

interface PersonPageProps {
  meeting: MeetingHeadView;
  item: ItemView;
  itemVersion: number;
  summaryVersion: number;
  sheet: SheetView;
  owners: Choice[];
  today: string;
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** One person at one meeting: the page about them, what is decided, and who does what. */
export function PersonPage({answer, meeting, item, sheet, ...page}: PersonPageProps) {
  const form: FormsProps = {
    submission: page.submission,
    version: page.itemVersion,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  return (
    <div className="page__inner mdt">
      <BackLink href={`/mdt/meetings/${meeting.id}`}>{meeting.title}</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <h1>
        {item.name}
        <span className="case-head__reference">
          {meeting.title} · {meeting.when} · {item.isNew ? 'new' : 'spoken of before'}
        </span>
      </h1>
      <div className="case">
        <div className="case__main">
          <SummarySheet sheet={sheet} />
          <div className="mdt-buttons mdt-tools">
            <PrintButton label="Print this page" without="Use the print key of your browser." />
          </div>
          {meeting.isOpen && (
            <FoldedAct {...formOf(form, 'summary')} version={page.summaryVersion} title="Put the page right">
              <SummaryFields
                act="summary"
                typed={form.typed.act === 'summary' ? form.typed : {...sheet.summary}}
                problems={formOf(form, 'summary').problems}
              />
              <Button type="submit" secondary>
                Save the page
              </Button>
            </FoldedAct>
          )}
        </div>
        <div className="case__side mdt-work">
          <Decision meeting={meeting} item={item} {...formOf(form, 'decide')} />
          <section className="side-part" aria-labelledby="actions">
            <h2 id="actions">Who does what</h2>
            <Actions meeting={meeting} item={item} form={form} />
            {meeting.isOpen && <AddAction {...formOf(form, 'agree')} owners={page.owners} today={page.today} />}
          </section>
        </div>
      </div>
    </div>
  );
}

type OneAct = ReturnType<typeof formOf>;

function Decision({meeting, item, ...form}: OneAct & Pick<PersonPageProps, 'meeting' | 'item'>) {
  const {act, typed, problems} = form;
  return (
    <section className="side-part" aria-labelledby="decision">
      <h2 id="decision">What is decided</h2>
      {meeting.isOpen ? (
        <ActForm {...form}>
          <Textarea
            id={idIn(act, 'decision')}
            name="decision"
            label="Decided together"
            rows={4}
            defaultValue={typed.decision ?? item.decision ?? ''}
            error={problems.decision}
          />
          <ActOneOf
            form={form}
            name="comesAgain"
            legend="Spoken of again next time?"
            options={{yes: 'Yes', no: 'No'}}
            usual={item.decision ? (item.comesAgain ? 'yes' : 'no') : undefined}
            small
            inline
          />
          <Button type="submit">Save the decision</Button>
        </ActForm>
      ) : (
        <p className="keeps-lines breaks-anywhere">{item.decision ?? 'Nothing was decided.'}</p>
      )}
    </section>
  );
}

function Actions({meeting, item, form}: Pick<PersonPageProps, 'meeting' | 'item'> & {form: FormsProps}) {
  if (item.actions.length === 0) return <p>Nobody has taken anything on yet.</p>;
  return (
    <ul className="mdt-todo" role="list">
      {item.actions.map(({id, what, owner, day, done}) => (
        <li key={id}>
          <p>
            <strong>{owner}</strong>: {what}
          </p>
          <p className="guidance">{done ?? `By ${day}`}</p>
          {meeting.isOpen && !done && (
            <ActForm {...form} act="strike">
              <input type="hidden" name="action" value={id} />
              <button type="submit" className="link-button">
                Strike it out<span className="nhsuk-u-visually-hidden">: {what}</span>
              </button>
            </ActForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddAction({owners, today, ...form}: OneAct & Pick<PersonPageProps, 'owners' | 'today'>) {
  return (
    <ActForm {...form} className="mdt-add">
      <ActText form={form} name="what" label="What is to be done" />
      <ActSelect
        form={form}
        name="owner"
        label="Who does it"
        hint="It stands in their day at once."
        options={owners}
        none="Choose"
      />
      <ActDay form={form} name="dueOn" min={today} label="By which day" />
      <Button type="submit" secondary>
        Add it
      </Button>
    </ActForm>
  );
}
