/** What the forms on the page of a case do: read, then one act of the domain. */
import {
  closeCase,
  noteOnCase,
  pauseCase,
  recordContact,
  reopenCase,
  resumeCase,
  setNextStep,
  setTier,
  type CaseForm,
  type CaseOutcome,
} from '../../domain/caseload/change-case.server.ts';
import {shareCase, transferCase, unshareCase} from '../../domain/caseload/share-case.server.ts';
import {
  readClose,
  readContact,
  readLine,
  readNextStep,
  readPause,
  readTier,
  type Problems,
  type ReadForm,
  type Typed,
} from '../../domain/cases/read-case-forms.ts';
import {z} from 'zod';

export const DONE: Record<string, string> = {
  log: 'The contact is saved.',
  next: 'The next step is saved.',
  note: 'The note is saved.',
  pause: 'The case is paused.',
  resume: 'You go on with it.',
  follow_up: 'The case is in follow-up.',
  tier: 'The kind of support is changed.',
  transfer: 'The case is with your colleague now.',
  share: 'The case is shared.',
  unshare: 'The sharing has ended.',
  close: 'The case is closed.',
  reopen: 'The case is open again.',
};

export const REFUSED: Record<string, string> = {
  gone: 'This case is not yours to change.',
  changed:
    'Somebody changed this case meanwhile. Look at it as it is now, then do it again: what you typed is still here.',
  closed: 'This case is closed. Open it again first.',
  open: 'This case is open already.',
  nobody: 'Choose somebody who is there.',
};

type Acted = {outcome: CaseOutcome} | {problems: Problems};

/** One act, or what must be put right; null for an act that is none. */
export async function act(
  form: CaseForm,
  caseId: string,
  typed: Typed,
  today: string,
  now: Date,
): Promise<Acted | null> {
  const next = () => readNextStep(typed, today);
  const does = async <T>(read: ReadForm<T>, work: (value: T) => Promise<CaseOutcome>): Promise<Acted> =>
    read.ok ? {outcome: await work(read.value)} : {problems: read.problems};
  const chosen = (name: string): ReadForm<string> => {
    const read = z.uuid().safeParse(typed[name]);
    return read.success ? {ok: true, value: read.data} : {ok: false, problems: {[name]: 'Choose one'}};
  };
  switch (typed.act) {
    case 'log':
      return does(readContact(typed, today, now), (contact) => recordContact(form, caseId, contact));
    case 'next':
      return does(next(), (step) => setNextStep(form, caseId, step));
    case 'note':
      return does(readLine(typed, 'words', 'Write a note', 2000), (words) => noteOnCase(form, caseId, words));
    case 'pause':
      return does(readPause(typed, today), (pause) => pauseCase(form, caseId, pause));
    case 'resume':
      return does(next(), (step) => resumeCase(form, caseId, 'active', step));
    case 'follow_up':
      return does(next(), (step) => resumeCase(form, caseId, 'follow_up', step));
    case 'tier': {
      const tier = readTier(typed);
      return tier
        ? does(readLine(typed, 'words', 'Say why'), (words) => setTier(form, caseId, tier, words))
        : {problems: {tier: 'Choose one'}};
    }
    case 'transfer':
      return does(chosen('to'), (to) => transferCase(form, caseId, to, (typed.words ?? '').slice(0, 1000)));
    case 'share':
      return does(readLine(typed, 'words', 'Say why', 400), async (words) => {
        const partner = chosen('with');
        return partner.ok
          ? shareCase(form, caseId, partner.value, words, typed.how === 'walk')
          : {ok: false, reason: 'nobody'};
      });
    case 'unshare':
      return does(chosen('with'), (partner) => unshareCase(form, caseId, partner));
    case 'close':
      return does(readClose(typed), (close) => closeCase(form, caseId, close));
    case 'reopen':
      return does(next(), (step) => reopenCase(form, caseId, step));
    default:
      return null;
  }
}
