/** Records that are joined and taken apart again, by somebody of one organisation beside another. */
import {getRecord} from '../../app/domain/people/get-record.server.ts';
import {mergePeople, unmergePeople} from '../../app/domain/people/merge-people.server.ts';
import {openRecord, standingOpening} from '../../app/domain/people/open-record.server.ts';
import type {Editor} from '../../app/domain/people/change-record.server.ts';
import type {TestDatabase} from '../setup/database.ts';
import {addSomeone, formOf, insertColleague, insertPartnership, type Colleague} from './people.ts';

/** Any two of her are likely the same. */
export const margaret = {givenName: 'Margaret', familyName: 'Sample', birthDate: '12/3/1950'};

/** Two colleagues of two organisations of one partnership, and what they do with records. */
export async function recordsToJoin(database: TestDatabase) {
  const {sql, web} = database;
  const partnership = await insertPartnership(sql);
  const ours: Colleague = await insertColleague(sql, partnership);
  const theirs: Colleague = await insertColleague(sql, partnership);

  const add = (fields: Record<string, string>, viewer = ours) => addSomeone(web, viewer, fields);
  const record = (id: string, viewer = ours) => getRecord(web, {viewer}, id);
  const referenceOf = async (id: string) =>
    (await sql<[{reference: string}]>`select reference from people where id = ${id}`)[0].reference;

  /** Opens the record, where it is not open, and gives the form to change it with. */
  async function editorOf(id: string, viewer = ours): Promise<Editor> {
    const reason = {
      basis: 'consent' as const,
      consentBy: 'person',
      consentHow: 'spoken',
      workKind: null,
      workName: null,
      reason: null,
    };
    const standing = await standingOpening(web, {viewer}, id);
    const openingId = standing?.id ?? (await openRecord(web, formOf(viewer, 'people.open'), id, reason));
    return {...formOf(viewer), openingId: openingId!};
  }

  async function merge(into: string, other: string, {confirmed = false, viewer = ours} = {}) {
    const form = {reference: await referenceOf(other), why: 'The same person', confirmed};
    return mergePeople(web, await editorOf(into, viewer), into, form);
  }

  async function unmerge(into: string, other: string) {
    const found = (await record(into))!.merges.find(({personId}) => personId === other)!;
    return unmergePeople(web, await editorOf(into), into, found.id, 'Two people after all');
  }

  return {ours, theirs, add, record, referenceOf, editorOf, merge, unmerge};
}
