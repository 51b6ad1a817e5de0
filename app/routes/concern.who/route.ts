import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {inWords} from '../../components/people/person-words.ts';
import {findPeople} from '../../domain/people/find-people.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {staffOf} from '../../http/staff.server.ts';
import {today} from '../../http/today.server.ts';
import {asker} from '../people.record/people-request.server.ts';

export const handle = {door: 'people.find'};
export const loader = nothingToSee;

const MOST = 6;
const shape = z.object({words: z.string().max(300)});

/** Who is found in the records while somebody says whom a concern is about. Asked by POST: no name stands in an address. */
export async function action({request, context}: ActionFunctionArgs) {
  const {words} = await jsonBody(request, shape);
  if (!(await isWithinRate('find-people', staffOf(context).staffId))) return Response.json({people: []});
  const {people} = await findPeople(context.sql, words, 1, {...asker(context), today: today()});
  return Response.json({
    people: people.slice(0, MOST).map((person) => {
      const {name, born} = inWords(person, today());
      return {id: person.id, name, facts: [born, person.outcode, person.reference].filter(Boolean).join(', ')};
    }),
  });
}
