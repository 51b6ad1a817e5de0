/** What the forms of a handoff's page do, each by its name. */
import type {AppLoadContext} from '@remix-run/node';
import {disciplines, type Discipline} from '../../domain/access/roles.ts';
import {hasRole} from '../../domain/access/viewer.ts';
import type {HandoffForm, HandoffOutcome} from '../../domain/second-level/change-handoff.server.ts';
import {assignHandoff, releaseHandoff} from '../../domain/second-level/claim-handoff.server.ts';
import {
  readAnswer,
  readAsk,
  readClosing,
  readMove,
  readNote,
  readTelling,
} from '../../domain/second-level/read-handoff-forms.ts';
import {
  answerAsk,
  askAboutHandoff,
  closeHandoff,
  moveHandoff,
  noteOnHandoff,
  tellCaller,
} from '../../domain/second-level/work-on-handoff.server.ts';
import {staffOf} from '../../http/staff.server.ts';
import {idOf, sender} from '../people.record/people-request.server.ts';

/** What is typed in the forms of the page, by field: shown again when something has to be put right. */
type Typed = Record<string, string>;
type Problems = Record<string, string>;
type Acted = {problems: Problems} | {outcome: HandoffOutcome};

export function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === 'submission') continue;
    // Several values of one field stand with a comma between them, as in a call.
    typed[name] = typed[name] === undefined ? value : `${typed[name]},${value}`;
  }
  return typed;
}

/** Does what a form asks for. Null for a form that there is not. */
export async function act(context: AppLoadContext, form: FormData, id: string): Promise<Acted | null> {
  const typed = typedIn(form);
  const viewer = staffOf(context);
  const sent: HandoffForm = {...sender(context, form, 'desk.handoffs'), sql: context.sql};
  const isLead = hasRole(viewer, 'team_lead');
  switch (typed.act) {
    case 'release':
      return {outcome: await releaseHandoff(sent, id, isLead)};
    case 'assign': {
      if (!isLead) return null;
      if (!typed.to) return {problems: {to: 'Choose who takes it up'}};
      return {outcome: await assignHandoff(sent, id, idOf(typed.to))};
    }
    case 'note':
      return after(readNote(typed), ({note}) => noteOnHandoff(sent, id, note));
    case 'ask':
      return after(readAsk(typed), (ask) => askAboutHandoff(sent, id, ask));
    case 'answer':
      return after(readAnswer(typed), ({ask, answer}) => answerAsk(sent, id, ask, answer));
    case 'move':
      return after(readMove(typed), (move) => moveHandoff(sent, id, move));
    case 'close':
      return after(readClosing(typed), (closing) => closeHandoff(sent, id, closing));
    case 'tell':
      return after(readTelling(typed), ({telling}) => tellCaller(sent, id, telling));
    default:
      return null;
  }
}

async function after<T>(
  read: {ok: true; value: T} | {ok: false; problems: Problems},
  work: (value: T) => Promise<HandoffOutcome>,
): Promise<Acted> {
  return read.ok ? {outcome: await work(read.value)} : {problems: read.problems};
}

/** What was done, in the words of the banner. */
export const DONE = {
  brought: 'They are brought to the meeting.',
  claimed: 'It is yours.',
  released: 'It is back in the queue.',
  assigned: 'It is theirs now.',
  note: 'Your note is kept.',
  asked: 'They have been asked. It shows in their queue now.',
  answered: 'Your answer is kept.',
  closed: 'It is finished.',
  told: 'It is written down that the caller was told.',
  opened: 'Their record is open to you for this call.',
} as const;

/** The word of `DONE` for each form; a handoff that was moved is not here any more. */
export const DONE_BY: Record<string, keyof typeof DONE> = {
  release: 'released',
  assign: 'assigned',
  note: 'note',
  ask: 'asked',
  answer: 'answered',
  close: 'closed',
  tell: 'told',
};

/** Why something was not done. */
export const REFUSED: Record<string, string> = {
  gone: 'This is not in a queue of yours any more. Somebody has finished it or passed it on.',
  other_discipline:
    'This is for another discipline. A team lead can give it to you, or those who have it can ask you about it.',
  not_yours:
    'You do not have this any more, so nothing was changed. What you typed is still here: take it up again first.',
  changed: 'Somebody changed this since you opened it, so nothing was done. Look at what is new, then send it again.',
  no_queue: 'That discipline has no queue here. Choose another.',
  asked_already: 'That discipline has been asked already and has not answered yet.',
  not_safe:
    'Their record says that it is not safe to send anything there, so nothing was sent or finished. Choose another way.',
  refused: 'They do not want to be contacted in this way, so nothing was sent or finished. Choose another way.',
};

/** The disciplines that can be asked, or passed on to, from one of them. */
export const othersThan = (discipline: Discipline, there: readonly Discipline[]) =>
  there.filter((one) => one !== discipline).map((key) => ({key, name: disciplines[key]}));
