import type {ActionFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import type {DraftField} from '../../domain/drafts/draft-fields.server.ts';
import {jsonBody, nothingToSee} from '../../http/json-body.server.ts';
import {staffOf} from '../../http/staff.server.ts';
import {isWithinRate} from '../../http/rate-limits.server.ts';
import {personOf} from '../desk.call/call-view.server.ts';
import {chooseFor, findFor, leaveFor, writeDownFor} from '../desk.call/person-acts.server.ts';
import {idOf} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.call'};
export const loader = nothingToSee;

const submission = z.uuid();
const shape = z.discriminatedUnion('act', [
  z.object({act: z.literal('find'), words: z.string().max(200)}),
  z.object({act: z.literal('choose'), personId: z.uuid(), submission}),
  z.object({act: z.literal('leave')}),
  z.object({act: z.literal('look')}).extend({personId: z.uuid()}),
  z.object({
    act: z.literal('write-down'),
    typed: z.record(z.string().max(40), z.string().max(2000)),
    isSure: z.boolean(),
    submission,
    openingSubmission: submission,
  }),
]);

/** Whom a call is about: found while typing, chosen, or written down. A record is opened for the call before it is shown. */
export async function action({params, request, context}: ActionFunctionArgs) {
  const callId = idOf(params.id);
  const sent = await jsonBody(request, shape);
  switch (sent.act) {
    case 'find': {
      if (!(await isWithinRate('find-people', staffOf(context).staffId)))
        return Response.json({ok: false, reason: 'rate'});
      return Response.json({ok: true, ...(await findFor(context, sent.words))});
    }
    case 'choose': {
      const emptied = await chooseFor(context, callId, sent.personId, sent.submission);
      if (!emptied) return Response.json({ok: false, reason: 'gone'});
      return Response.json({ok: true, person: await personOf(context, sent.personId), emptied: emptied.map(asNews)});
    }
    case 'look':
      return Response.json({ok: true, person: await personOf(context, sent.personId)});
    case 'leave': {
      const emptied = await leaveFor(context, callId);
      if (!emptied) return Response.json({ok: false, reason: 'gone'});
      return Response.json({ok: true, emptied: emptied.map(asNews)});
    }
    case 'write-down': {
      const written = await writeDownFor(context, callId, sent);
      if (!written.ok) return Response.json(written);
      return Response.json({ok: true, person: await personOf(context, written.personId)});
    }
  }
}

const asNews = ({name, value, version}: DraftField) => ({name, value, version});
