import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {keepContactDraft} from '../../domain/cases/contact-draft.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {asker, idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'caseload'};

const fieldsShape = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().max(9000))
  .refine((fields) => Object.keys(fields).length <= 20);

export const loader = nothingToSee;

/** Keeps a contact that somebody is writing. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const fields = await jsonBody(request, fieldsShape);
  const isKept = await keepContactDraft(context.sql, asker(context), idOf(params.id), fields);
  return new Response(null, {status: isKept ? 204 : 404});
}
