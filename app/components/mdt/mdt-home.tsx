import {Button} from 'nhsuk-react-components';
import {MEETING_KINDS} from '../../domain/mdt/mdt-choices.ts';
import {PageLinks} from '../admin/page-links.tsx';
import {ActDay, ActSelect, ActText, ActTime} from '../staff/act-fields.tsx';
import {FoldedAct, formOf, problemIds, type FormsProps} from '../staff/act-form.tsx';
import type {Choice} from '../staff/choice-select.tsx';
import {DoneBanner} from '../staff/done-banner.tsx';
import {FormProblems} from '../staff/form-problems.tsx';
import {HeldNotice} from '../staff/held-notice.tsx';
import {ActionsDue} from './actions-due.tsx';
import type {ActionView, MeetingRowView} from './mdt-view.ts';

interface MdtHomeProps {
  submission: string;
  actions: ActionView[];
  meetings: MeetingRowView[];
  isPast: boolean;
  page: number;
  pages: number;
  own: {id: string; name: string; waiting: string}[];
  isLead: boolean;
  typed: Record<string, string>;
  isHeld: boolean;
  done: string | null;
  answer?: {typed: Record<string, string>; problems: Record<string, string>; refusal: string | null};
}

/** What one has to do, when one meets, and for whoever prepares meetings, the next one. */
export function MdtHome({answer, submission, actions, own, isLead, ...page}: MdtHomeProps) {
  const form: FormsProps = {
    submission,
    version: 0,
    typed: answer?.typed ?? page.typed,
    problems: answer?.problems ?? {},
  };
  const choices = own.map(({id, name}) => ({key: id, name}));
  return (
    <div className="page__inner mdt">
      <FormProblems problems={problemIds(answer)} />
      {answer ? <DoneBanner words={answer.refusal} isRefusal /> : <DoneBanner words={page.done} />}
      {page.isHeld && !answer && <HeldNotice />}
      <h1>Meetings</h1>
      <section aria-labelledby="to-do">
        <h2 id="to-do">What you said you would do</h2>
        {actions.length > 0 ? (
          <ActionsDue actions={actions} submission={submission} back="/mdt" />
        ) : (
          <p>Nothing. What you take on at a meeting stands here until it is done.</p>
        )}
      </section>
      <Meetings {...page} />
      {own.length > 0 && (
        <section aria-labelledby="prepare">
          <h2 id="prepare">Meetings you prepare</h2>
          <ul className="mdt-own">
            {own.map(({id, name, waiting}) => (
              <li key={id}>
                <strong>{name}</strong>: {waiting}
              </li>
            ))}
          </ul>
          <PlanAct {...formOf(form, 'plan')} choices={choices} />
        </section>
      )}
      {isLead && <BeginAct {...formOf(form, 'begin')} />}
    </div>
  );
}

function Meetings({meetings, isPast, page, pages}: Pick<MdtHomeProps, 'meetings' | 'isPast' | 'page' | 'pages'>) {
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings">Meetings you are asked to</h2>
      <nav className="acts-more" aria-label="Which meetings">
        <a href="/mdt" aria-current={isPast ? undefined : 'page'}>
          To come
        </a>
        <a href="/mdt?show=past" aria-current={isPast ? 'page' : undefined}>
          With minutes
        </a>
      </nav>
      {meetings.length === 0 && <p>None.</p>}
      <ul className="mdt-meetings" role="list">
        {meetings.map(({id, title, when, place, people}) => (
          <li key={id} className="case-card">
            <p className="case-card__name">
              <a href={`/mdt/meetings/${id}`}>{title}</a>
            </p>
            <p className="case-card__facts">{[when, place, people].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <PageLinks page={page} pages={pages} href={(to) => `/mdt?${isPast ? 'show=past&' : ''}page=${to}`} />
    </section>
  );
}

const KINDS = Object.entries(MEETING_KINDS).map(([key, {name, says}]) => ({key, name: `${name}: ${says}`}));

type OneAct = ReturnType<typeof formOf>;

function PlanAct({choices, ...form}: OneAct & {choices: Choice[]}) {
  return (
    <FoldedAct {...form} title="Plan a meeting">
      <ActSelect form={form} name="mdt" label="Whose" options={choices} usual={choices[0]?.key} />
      <ActSelect form={form} name="kind" label="What kind" options={KINDS} usual="mdt" />
      <div className="mdt-fields">
        <ActDay form={form} name="heldOn" label="On which day" />
        <ActTime form={form} name="startsAt" label="At what time" />
      </div>
      <ActText form={form} name="place" label="Where" hint="A room, or how to join." />
      <Button type="submit">Plan the meeting</Button>
    </FoldedAct>
  );
}

function BeginAct(form: OneAct) {
  return (
    <FoldedAct {...form} title="Begin a multidisciplinary team">
      <p>Everybody in the partnership can then bring people to it. You prepare its meetings.</p>
      <ActText form={form} name="name" label="What it is called" hint="For example: Bracknell South MDT." />
      <Button type="submit" secondary>
        Begin it
      </Button>
    </FoldedAct>
  );
}
