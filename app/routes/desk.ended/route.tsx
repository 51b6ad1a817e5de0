import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {EndedCall} from '../../components/desk/ended-call.tsx';
import {endedView} from '../../components/desk/ended-view.ts';
import {getCall} from '../../domain/calls/get-call.server.ts';
import {momentInWords} from '../../http/moments.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {saidIn} from '../admin.home/admin-request.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'desk.ended'};

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const call = await getCall(context.sql, asker(context), idOf(params.id));
  if (!call) throw missing();
  const isOwnDesk = call.partnerId === staffOf(context).partnerId;
  return {
    title: 'A call that has ended',
    isIndexed: false,
    mustKnow: call.mustKnow,
    call: endedView(call, {
      inWords: momentInWords,
      now: new Date(),
      isOwnDesk,
      needNames: new Map(context.vocabulary.needs.map(({key, name}) => [key, name])),
    }),
    mayCorrect: isOwnDesk,
    done: saidIn(request, 'done', {brought: 'They are brought to the meeting.'}),
  };
}

export const meta = pageMeta;

export default function Ended() {
  return <EndedCall {...useLoaderData<typeof loader>()} />;
}
