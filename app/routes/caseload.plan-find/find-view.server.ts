/** The page on which somebody looks through the directory for a plan: what is typed, and what is found. */
import type {AppLoadContext} from '@remix-run/node';
import {nearView} from '../../components/desk/near-view.ts';
import type {FoundForPlan, TypedFind} from '../../components/plans/find-for-plan.tsx';
import {besideCall, givenCards} from '../../domain/calls/beside-call.server.ts';
import {today} from '../../http/today.server.ts';
import {getOnwardRecords} from '../../domain/onward/choose-service.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {recordInWords} from '../caseload.onward/onward-views.server.ts';
import {asker} from '../people.record/people-request.server.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_CHOSEN = 6;

export function typedFind(form: FormData): TypedFind {
  const field = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const all = (name: string) => [...new Set(form.getAll(name).map(String))];
  return {
    words: field('words', 200),
    near: field('near', 80),
    access: all('access').filter((key) => /^[a-z0-9-]{1,60}$/.test(key)),
    isFree: form.get('free') === 'yes',
    hasSpace: form.get('space') === 'yes',
    chosen: all('chosen')
      .filter((id) => ID.test(id))
      .slice(0, MOST_CHOSEN),
    goal: field('goal', 2) || '0',
  };
}

/** What suits, those that are ticked first. Nothing of what was asked is noted anywhere. */
export async function findView(context: AppLoadContext, typed: TypedFind, needs: string[]): Promise<FoundForPlan> {
  const filters = {
    ...(typed.access.length > 0 ? {access: typed.access} : {}),
    ...(typed.isFree ? {cost: ['free']} : {}),
    ...(typed.hasSpace ? {space: ['now']} : {}),
  };
  // Their own words go before what the case is about.
  const ask = {story: typed.words, needs: typed.words ? [] : needs, near: typed.near, filters};
  const {cards, total, place, isPlaceUnknown} = await besideCall(context, ask);
  const chosen = await givenCards(context, typed.chosen, place);
  const seen = {place, today: today(), text: textFor('en')};
  const access = new Map(context.vocabulary.access.map(({key, name}) => [key, name]));
  const shown = [...chosen, ...cards.filter(({id}) => !typed.chosen.includes(id))];
  const records = await getOnwardRecords(
    context.sql,
    asker(context),
    shown.map(({id}) => id),
  );
  return {
    cards: shown.map((card) => ({
      ...nearView(card, seen),
      answers: recordInWords(records.get(card.id)),
      access: card.access.map((key) => access.get(key) ?? key).join(', '),
    })),
    total,
    place: place?.label ?? null,
    isPlaceUnknown,
  };
}
