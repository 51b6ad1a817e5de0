import {BackLink, Button, Tag, Textarea} from 'nhsuk-react-components';
import {ActForm, formOf, idIn, problemIds, type FormsProps} from '../staff/act-form.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import {SeveralOf} from '../staff/choice-set.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {AskAct, Attendees, type AttendeeView} from './attendees.tsx';
import type {ItemView, MeetingHeadView} from './mdt-view.ts';

interface MeetingPageProps {
  meeting: MeetingHeadView;
  guidance: string;
  items: ItemView[];
  waiting: {id: string; name: string; says: string}[];
  attendees: AttendeeView[];
  others: Choice[];
  notes: string;
  submission: string;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** One meeting: who is spoken of, who comes, and its minutes. */
export function MeetingPage({answer, meeting, ...page}: MeetingPageProps) {
  const form: FormsProps = {
    submission: page.submission,
    version: meeting.version,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  const isPlanning = meeting.isOpen && meeting.isOrganiser;
  return (
    <div className="page__inner mdt">
      <BackLink href="/mdt">Meetings</BackLink>
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <MeetingHead meeting={meeting} />
      <ul className="plan-tools mdt-tools" role="list">
        <li>
          <a href={`/mdt/meetings/${meeting.id}/minutes`}>{meeting.isOpen ? 'Minutes so far' : 'Minutes'}</a>
        </li>
        <li>
          <a href={`/mdt/meetings/${meeting.id}/minutes?pages=all`}>All pages, to print</a>
        </li>
      </ul>
      <div className="case">
        <div className="case__main">
          <section aria-labelledby="people">
            <h2 id="people">Who is spoken of</h2>
            <p className="guidance">{page.guidance}</p>
            <People meeting={meeting} items={page.items} form={form} />
          </section>
          {isPlanning && <AddPeople {...formOf(form, 'list')} waiting={page.waiting} />}
        </div>
        <div className="case__side">
          <Attendees meeting={meeting} attendees={page.attendees} form={form} />
          {isPlanning && <AskAct {...formOf(form, 'ask')} others={page.others} />}
          <Minutes meeting={meeting} notes={page.notes} form={form} />
        </div>
      </div>
    </div>
  );
}

export function MeetingHead({meeting}: {meeting: MeetingHeadView}) {
  return (
    <h1>
      {meeting.title}
      <span className="case-head__reference">
        {[meeting.kind, meeting.when, meeting.place, meeting.partnerName].filter(Boolean).join(' · ')}
        {!meeting.isOpen && ' · minutes closed'}
      </span>
    </h1>
  );
}

function People({meeting, items, form}: {meeting: MeetingHeadView; items: ItemView[]; form: FormsProps}) {
  return (
    <ol className="mdt-people" role="list">
      {items.map((item) => (
        <li key={item.id} className={`case-card ${item.decision ? 'case-card--later' : ''}`}>
          <div className="case-card__head">
            <h3 className="case-card__name">
              <a href={`/mdt/meetings/${meeting.id}/people/${item.id}`}>{item.name}</a>
            </h3>
            <Tag modifier={item.isNew ? 'blue' : 'grey'}>{item.isNew ? 'New' : 'Known'}</Tag>
          </div>
          <p className="breaks-anywhere">{item.asks}</p>
          <p className="case-card__facts">{[item.from, ...item.flags].join(' · ')}</p>
          {item.decision && (
            <p className="mdt-decision">
              <strong>Decided:</strong> {item.decision}
              {item.comesAgain && ' Spoken of again next time.'}
            </p>
          )}
          {item.actions.length > 0 && (
            <ul className="mdt-actions">
              {item.actions.map(({id, what, owner, day, done}) => (
                <li key={id}>
                  {owner}: {what}, {done ?? `by ${day}`}
                </li>
              ))}
            </ul>
          )}
          {meeting.isOpen && meeting.isOrganiser && !item.decision && item.actions.length === 0 && (
            <ActForm {...form} act="unlist">
              <input type="hidden" name="item" value={item.id} />
              <button type="submit" className="link-button">
                Take off the list<span className="nhsuk-u-visually-hidden">: {item.name}</span>
              </button>
            </ActForm>
          )}
        </li>
      ))}
    </ol>
  );
}

type OneAct = ReturnType<typeof formOf>;

function AddPeople({waiting, ...form}: OneAct & {waiting: MeetingPageProps['waiting']}) {
  if (waiting.length === 0) return <p>Nobody else waits to be spoken of.</p>;
  const chosen = (form.typed.subjects ?? '').split(' ');
  return (
    <section className="side-part" aria-labelledby="waiting">
      <h2 id="waiting">Who waits</h2>
      <ActForm {...form}>
        <SeveralOf
          id={idIn(form.act, 'subjects')}
          name="subjects"
          legend="Put on the list"
          legendProps={{className: 'nhsuk-u-visually-hidden'}}
          options={waiting.map(({id, name, says}) => ({key: id, name, says}))}
          values={chosen}
          error={form.problems.subjects}
          small
        />
        <Button type="submit" secondary>
          Put on the list
        </Button>
      </ActForm>
    </section>
  );
}

function Minutes({meeting, notes, form}: Pick<MeetingPageProps, 'meeting' | 'notes'> & {form: FormsProps}) {
  const minutes = formOf(form, 'minutes');
  if (!meeting.isOpen) {
    return notes ? (
      <section className="side-part" aria-labelledby="notes">
        <h2 id="notes">What else was said</h2>
        <p className="keeps-lines breaks-anywhere">{notes}</p>
      </section>
    ) : null;
  }
  return (
    <section className="side-part" aria-labelledby="minutes">
      <h2 id="minutes">Minutes</h2>
      <ActForm {...minutes}>
        <Textarea
          id={idIn('minutes', 'notes')}
          name="notes"
          label="What else was said"
          hint="What is about nobody in particular. Decisions and actions are in the minutes by themselves."
          rows={4}
          defaultValue={minutes.typed.notes ?? notes}
          error={minutes.problems.notes}
        />
        <div className="mdt-buttons">
          <Button type="submit" secondary name="close" value="no">
            Save
          </Button>
          <Button type="submit" name="close" value="yes">
            Close the minutes
          </Button>
        </div>
        <p className="guidance">Closed, they stand as they are. Actions can still be done.</p>
      </ActForm>
    </section>
  );
}
