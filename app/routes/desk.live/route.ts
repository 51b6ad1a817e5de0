import type {LoaderFunctionArgs} from '@remix-run/node';
import {mayHear} from '../../domain/live/may-hear.server.ts';
import {readTopics, topicName} from '../../domain/live/topics.ts';
import {liveStream} from '../../http/live-stream.server.ts';
import {staffOf} from '../../http/staff.server.ts';

export const handle = {door: 'desk.live'};

/** Tells an open page that something has changed, for as long as it is open and its reader is signed in. */
export async function loader({request, context}: LoaderFunctionArgs) {
  const {searchParams} = new URL(request.url);
  const topics = readTopics(searchParams.get('topics'));
  if (!topics) return new Response(null, {status: 400});
  const viewer = staffOf(context);
  if (!(await mayHear(context.sql, viewer, topics))) {
    await context.noteRefusal('desk.live');
    return new Response(null, {status: 403});
  }
  const stream = liveStream(context.live, {
    topics: topics.map(topicName),
    staffId: viewer.staffId,
    sessionId: viewer.sessionId,
    since: Number(searchParams.get('since')) || Infinity,
    gone: context.gone,
  });
  return stream ?? new Response(null, {status: 429});
}
