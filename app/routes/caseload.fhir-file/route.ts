import type {LoaderFunctionArgs} from '@remix-run/node';
import {getExport} from '../../domain/fhir/exports.server.ts';
import {asker, idOf, missing} from '../people.record/people-request.server.ts';

export const handle = {door: 'cases.letters'};

/** A file as it was made, to be kept. Its name holds the reference of the case, and no name of anybody. */
export async function loader({params, context}: LoaderFunctionArgs) {
  const found = await getExport(context.sql, asker(context), idOf(params.id), idOf(params.export));
  if (!found) throw missing();
  return new Response(found.content, {
    headers: {
      'Content-Type': 'application/fhir+json; charset=utf-8',
      'Content-Disposition': `attachment; filename="case-${found.reference}.json"`,
      'Cache-Control': 'no-store',
    },
  });
}
