import {redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {closeRecord} from '../../domain/people/open-record.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'people.open'};

/** There is nothing to look at: whoever comes by the address is taken to the record. */
export const loader = ({params}: LoaderFunctionArgs) => redirect(`/people/${idOf(params.id)}`, 303);

export async function action({params, context}: ActionFunctionArgs) {
  await closeRecord(context.sql, asker(context), idOf(params.id));
  return redirect('/people', 303);
}
