/** What the forms on the page of a referral do. */
import {z} from 'zod';
import {partOf} from '../../domain/access/submissions.server.ts';
import {readLine, readNextStep, readTier, type Problems, type Typed} from '../../domain/cases/read-case-forms.ts';
import {addPerson} from '../../domain/people/add-person.server.ts';
import {acceptReferral} from '../../domain/referrals/accept-referral.server.ts';
import {
  askForMore,
  declineReferral,
  giveToTeam,
  letThrough,
  matchPerson,
  noteOnReferral,
  passOnReferral,
} from '../../domain/referrals/decide-referral.server.ts';
import type {Deciding, ReferralForm} from '../../domain/referrals/deciding.server.ts';
import type {Referral} from '../../domain/referrals/get-referral.server.ts';
import {DECLINE_REASONS, type DeclineReason} from '../../domain/referrals/referral-choices.ts';
import {asNewPerson} from './referral-view.server.ts';

export const DONE: Record<string, string> = {
  brought: 'They are brought to the meeting.',
  let_through: 'It is let through.',
  note: 'The note is saved.',
  ask: 'It waits for an answer now.',
  team: 'The team is changed.',
};

export const REFUSED: Record<string, string> = {
  changed:
    'Somebody worked on this meanwhile. Look at it as it is now, then do it again: what you typed is still here.',
  decided: 'Somebody has decided about this already.',
  no_person: 'Say first who it is.',
  no_consent: 'They have not agreed yet. Ask them, and write it down first.',
  nobody: 'Choose somebody who is there.',
};

type Acted = {outcome: Deciding} | {problems: Problems};

export async function act(form: ReferralForm, one: Referral, typed: Typed, today: string): Promise<Acted | null> {
  const {id} = one;
  switch (typed.act) {
    case 'let_through':
      return {outcome: await letThrough(form, id)};
    case 'note': {
      const words = readLine(typed, 'words', 'Write a note', 2000);
      if (!words.ok) return {problems: words.problems};
      return {outcome: await noteOnReferral(form, id, words.value, typed.agrees === 'yes')};
    }
    case 'ask': {
      const words = readLine(typed, 'words', 'Write what you need to know', 2000);
      return words.ok ? {outcome: await askForMore(form, id, words.value)} : {problems: words.problems};
    }
    case 'team': {
      const team = z.union([z.literal(''), z.uuid()]).safeParse(typed.team ?? '');
      if (!team.success) return {problems: {team: 'Choose one'}};
      return {outcome: await giveToTeam(form, id, team.data || null)};
    }
    case 'pass_on': {
      const words = readLine(typed, 'words', 'Say why', 500);
      const to = z.uuid().safeParse(typed.to);
      if (!words.ok || !to.success)
        return {problems: {...(words.ok ? {} : words.problems), ...(to.success ? {} : {to: 'Choose one'})}};
      return {outcome: await passOnReferral(form, id, to.data, words.value)};
    }
    case 'decline':
      return decline(form, id, typed);
    case 'accept':
      return accept(form, one, typed, today);
    default:
      return null;
  }
}

async function decline(form: ReferralForm, id: string, typed: Typed): Promise<Acted> {
  const reason = Object.hasOwn(DECLINE_REASONS, typed.reason ?? '') ? (typed.reason as DeclineReason) : null;
  const alternative = (typed.alternative ?? '').trim().slice(0, 1000) || null;
  const problems: Problems = {};
  if (!reason) problems.reason = 'Choose why';
  if (!alternative && reason !== 'not_a_request') problems.alternative = 'Say what may help instead';
  if (!reason || Object.keys(problems).length > 0) return {problems};
  return {outcome: await declineReferral(form, id, {reason, alternative})};
}

/** Says who it is, writes them down where they are new, and opens the case. Each part counts once, also sent twice. */
async function accept(form: ReferralForm, one: Referral, typed: Typed, today: string): Promise<Acted> {
  const tier = readTier(typed);
  const next = readNextStep(typed, today);
  // The second button takes who is suggested, whoever is chosen in the list.
  const worker = z.uuid().safeParse(typed.take || typed.worker);
  const problems: Problems = {...(next.ok ? {} : next.problems)};
  if (!tier) problems.tier = 'Choose one';
  const isWho = one.personId !== null || typed.who === 'new' || z.uuid().safeParse(typed.who).success;
  if (!isWho) problems.who = 'Say who it is';
  if (!tier || !next.ok || Object.keys(problems).length > 0) return {problems};
  if (one.consent !== 'given') return {outcome: {ok: false, reason: 'no_consent'}};
  let {version} = form;
  if (one.personId === null) {
    const personId =
      typed.who === 'new'
        ? (
            await addPerson(
              form.sql,
              {...form, submission: partOf(form.submission, 'person'), door: 'people.add'},
              asNewPerson(one),
              today,
            )
          ).id
        : typed.who!;
    const matched = await matchPerson({...form, submission: partOf(form.submission, 'match')}, one.id, personId);
    if (!matched.ok) return {outcome: matched};
    version += 1;
  }
  const workerId = worker.success ? worker.data : null;
  return {outcome: await acceptReferral({...form, version}, one.id, {tier, workerId, next: next.value})};
}
