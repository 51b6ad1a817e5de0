/** A call that is being taken, as its page shows it. */
import type {AppLoadContext} from '@remix-run/node';
import {nearView, type BesideView, type NearView} from '../../components/desk/near-view.ts';
import {personView, type PersonView} from '../../components/desk/person-view.ts';
import {besideCall, givenCards} from '../../domain/calls/beside-call.server.ts';
import {guidesUsed} from '../../domain/guides/call-guides.server.ts';
import {listOf} from '../../domain/calls/call-fields.ts';
import {recentContacts} from '../../domain/calls/recent-contacts.server.ts';
import {domainOfNeed} from '../../domain/calls/need-domains.ts';
import type {OpenDraft} from '../../domain/calls/drafts.server.ts';
import {listGuides} from '../../domain/guides/get-guides.server.ts';
import {getRecord} from '../../domain/people/get-record.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {asker} from '../people.record/people-request.server.ts';

interface BesideAsk {
  story: string;
  needs: string[];
  near: string;
  /** Ids of services whose words the page does not have yet. */
  given: string[];
}

const isId = (id: string) => /^[0-9a-f-]{36}$/i.test(id);

export async function besideView(context: AppLoadContext, ask: BesideAsk): Promise<BesideView & {given: NearView[]}> {
  const {cards, place, ...rest} = await besideCall(context, ask);
  const given = await givenCards(context, ask.given.filter(isId), place);
  const seen = {place, today: today(), text: textFor('en')};
  return {
    ...rest,
    place: place?.label ?? null,
    cards: cards.map((card) => nearView(card, seen)),
    given: given.map((card) => nearView(card, seen)),
  };
}

/** The person, when this viewer has their record open; 'shut' when it has to be opened first. */
export async function personOf(context: AppLoadContext, personId: string | null): Promise<PersonView | 'shut' | null> {
  if (!personId) return null;
  const record = await getRecord(context.sql, asker(context), personId, 'call');
  if (!record) return 'shut';
  const recent = await recentContacts(context.sql, asker(context), personId);
  return personView(record, recent, {today: today(), inWords: momentInWords});
}

/** The list of needs with the part of life that each belongs to. */
export const needChoices = ({vocabulary}: AppLoadContext) =>
  vocabulary.needs.map(({key, name, group}) => ({key, name, domain: domainOfNeed(key, group)}));

export function valuesOf({fields}: Pick<OpenDraft, 'fields'>): Record<string, string> {
  return Object.fromEntries(fields.map(({name, value}) => [name, value]));
}

export const askOf = (values: Record<string, string | undefined>): BesideAsk => ({
  story: values.story ?? '',
  needs: listOf(values.needs),
  near: values.near ?? '',
  given: listOf(values.services),
});

/** The guides of this desk, and those that have been opened in the call already, in the version that was used. */
export async function guidesOf(context: AppLoadContext, values: Record<string, string>) {
  const [guides, used] = await Promise.all([
    listGuides(context.sql, asker(context)),
    guidesUsed(context.sql, asker(context), values),
  ]);
  return {
    guides: guides.map(({guide: {key, title}}) => ({key, title})),
    openGuides: used.map(({id, guide}) => ({id, guide})),
  };
}
