import type {LoaderFunctionArgs} from '@remix-run/node';
import {z} from 'zod';
import {readActsFilter} from '../../domain/records/acts-filter.ts';
import {exportActs} from '../../domain/records/review-acts.server.ts';
import {actsFile} from '../../http/acts-file.server.ts';
import {contextOf} from '../../http/staff.server.ts';

export const handle = {door: 'records.review'};

/** What the page lists on those days, as a file. */
export async function loader({request, params, context}: LoaderFunctionArgs) {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw new Response(null, {status: 404});
  const {filter} = readActsFilter(new URL(request.url).searchParams);
  return actsFile(await exportActs(context.sql, contextOf(context, 'records-review'), {staffId: id.data}, filter));
}
