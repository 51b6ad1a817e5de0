/** How an onward referral, what may be passed on to, and how a service has answered so far, read on a page. */
import type {AppLoadContext} from '@remix-run/node';
import {nearView} from '../../components/desk/near-view.ts';
import type {Before} from '../../components/onward/before-it-goes.tsx';
import type {FoundView} from '../../components/onward/onward-found.tsx';
import type {OnwardView} from '../../components/onward/onward-list.tsx';
import type {ServiceView} from '../../components/onward/pass-on-form.tsx';
import {dayOf} from '../../components/measures/day-of.ts';
import {besideCall} from '../../domain/calls/beside-call.server.ts';
import {onwardMessage} from '../../domain/messages/texts.ts';
import {getOnwardRecords, type ChosenService, type OnwardRecord} from '../../domain/onward/choose-service.server.ts';
import {answersNow, DECLINE_REASONS, ENDINGS, KINDS, LINK_DAYS, STATES} from '../../domain/onward/onward-life.ts';
import type {OnwardRow} from '../../domain/onward/onward.server.ts';
import type {NewOnward} from '../../domain/onward/read-onward.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {toKnownPerson} from '../caseload.contacts/contact-views.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export function toOnwardView(row: OnwardRow): OnwardView {
  const {state, declineReason, endedHow, attended} = row;
  const why = declineReason ? DECLINE_REASONS[declineReason] : endedHow ? ENDINGS[endedHow] : null;
  const came = attended > 0 ? `came ${attended} ${attended === 1 ? 'time' : 'times'}` : null;
  return {
    id: row.id,
    serviceName: row.serviceName,
    kind: KINDS[row.kind].name,
    stands: `${STATES[state]}${why ? `: ${why.toLowerCase()}` : ''}${came ? `, ${came}` : ''}`,
    days: [
      dayOf(today(row.madeAt)),
      row.seenAt && `opened ${dayOf(today(row.seenAt))}`,
      row.nudgedAt && `reminded ${dayOf(today(row.nudgedAt))}`,
      row.answeredAt && `answered ${dayOf(today(row.answeredAt))}`,
    ]
      .filter(Boolean)
      .join(', '),
    shared: row.shared,
    answers: answersNow(state),
    attended,
    isOpen: row.isOpen,
  };
}

/** Null below five answers. */
export function recordInWords(record: OnwardRecord | null | undefined): string | null {
  if (!record) return null;
  const {answered, accepted, medianDays, lastSaid} = record;
  const last = Object.hasOwn(DECLINE_REASONS, lastSaid) ? DECLINE_REASONS[lastSaid as 'full'] : 'Accepted';
  const days = Math.max(1, Math.round(medianDays));
  return `Of ${answered} they answered, they took ${accepted}, mostly within ${days === 1 ? 'a day' : `${days} days`}. Last answer: ${last.toLowerCase()}.`;
}

/** Those whom the team knows go before the address of the listing. */
export function toServiceView({slug, name, email, record, contacts}: ChosenService): ServiceView {
  const addresses = [...contacts.map((one) => one.email), email].filter((one): one is string => Boolean(one));
  return {
    ...{slug, name, record: recordInWords(record), addresses: [...new Set(addresses)]},
    people: contacts.map(toKnownPerson),
  };
}

/** What suits the needs of the case, or what was typed, near them. Nothing of what was asked is noted anywhere. */
export async function findOnward(
  context: AppLoadContext,
  {q, near, needs}: {q: string; near: string; needs: string[]},
): Promise<{cards: FoundView[]; says: string}> {
  const {cards, total, place} = await besideCall(context, {story: q, needs: q ? [] : needs, near});
  const records = await getOnwardRecords(
    context.sql,
    asker(context),
    cards.map(({id}) => id),
  );
  const seen = {place, today: today(), text: textFor('en')};
  const nearby = place ? ` near ${place.label}` : '';
  return {
    cards: cards.map((card) => {
      const {distance, where, when, cost, space} = nearView(card, seen);
      return {
        ...{slug: card.slug, name: card.name, record: recordInWords(records.get(card.id))},
        facts: [distance ?? where, when ?? 'Ask for times', cost, space?.words].filter(Boolean).join(' · '),
      };
    }),
    says: q ? `${total} found${nearby}, the best first.` : `What suits the needs of the case${nearby}, the best first.`,
  };
}

/** What will leave the house, before it does. */
export function beforeItGoes(
  context: AppLoadContext,
  {name}: Pick<ChosenService, 'name'>,
  {to}: NonNullable<NewOnward['sent']>,
): Before {
  const message = onwardMessage({serviceName: name, link: '(their private link)', days: LINK_DAYS});
  return {to, ...message, fromName: staffOf(context).partnerName};
}
