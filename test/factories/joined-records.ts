/** Records that are joined and taken apart again, by somebody of one organisation beside another. */
import {getRecord} from '../../app/domain/people/get-record.server.ts';
import {mergePeople, unmergePeople} from '../../app/domain/people/merge-people.server.ts';
import type {TestDatabase} from '../setup/database.ts';
import {editorOf as editorOfRecord} from './open-records.ts';
import {addSomeone, insertColleague, insertPartnership, type Colleague} from './people.ts';

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

  const editorOf = (id: string, viewer = ours) => editorOfRecord(web, viewer, id);

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
