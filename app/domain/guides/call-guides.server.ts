/** Guides that are used in a call: each in the version in which it was opened there. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {guideVersions, type GuideVersion} from './get-guides.server.ts';
import {readKeptAnswers} from './guide-schema.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CallValues} from '../calls/call-fields.ts';

export function guidesUsed(sql: Sql, {viewer, address}: Asker, values: CallValues): Promise<GuideVersion[]> {
  const ids = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('guide.') ? (readKeptAnswers(value)?.version ?? []) : [],
  );
  return within(sql, {purpose: 'desk', viewer, address}, (tx) => guideVersions(tx, ids));
}
