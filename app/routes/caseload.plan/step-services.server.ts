/** What is known of the services that steps of a plan are about: the same for who supports somebody and on their own copy. */
import type {AppLoadContext} from '@remix-run/node';
import {nearView} from '../../components/desk/near-view.ts';
import type {StepServices} from '../../components/plans/plan-in-words.ts';
import {givenCards} from '../../domain/calls/beside-call.server.ts';
import type {Plan} from '../../domain/plans/plan-choices.ts';
import {today} from '../../http/today.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';

/** In English, as listings are. A service that is not listed any more is not there; its step keeps its words. */
export async function stepServices(context: AppLoadContext, {goals}: Plan): Promise<StepServices> {
  const ids = new Set(goals.flatMap(({steps}) => steps.flatMap(({service}) => service ?? [])));
  const cards = await givenCards(context, [...ids], null);
  const seen = {place: null, today: today(), text: textFor('en')};
  return Object.fromEntries(
    cards.map((card) => {
      const {id, href, when, where, phone} = nearView(card, seen);
      return [id, {href, facts: [when, where, phone].filter((fact) => fact !== null)}];
    }),
  );
}
