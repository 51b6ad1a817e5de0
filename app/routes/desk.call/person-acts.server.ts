/** Finding, choosing and writing down the person whom a call is about. */
import type {AppLoadContext} from '@remix-run/node';
import {foundInWords, type FoundView} from '../../components/people/person-words.ts';
import {choosePerson} from '../../domain/calls/drafts.server.ts';
import {draftReference} from '../../domain/calls/follow-draft.server.ts';
import type {DraftField} from '../../domain/drafts/draft-fields.server.ts';
import {addPerson} from '../../domain/people/add-person.server.ts';
import {findPeople} from '../../domain/people/find-people.server.ts';
import {LIKENESSES, likelyDuplicates} from '../../domain/people/likely-duplicates.server.ts';
import {readNewPerson} from '../../domain/people/new-person.ts';
import {openRecord} from '../../domain/people/open-record.server.ts';
import {today} from '../../http/today.server.ts';
import {asker, missing} from '../people.record/people-request.server.ts';

/** As many as can be chosen from at a glance; whoever sees more is told to add something. */
const MOST_SHOWN = 8;

export async function findFor(context: AppLoadContext, words: string) {
  const {people, total} = await findPeople(context.sql, words, 1, {...asker(context), today: today()});
  return {people: people.slice(0, MOST_SHOWN).map((person) => foundInWords(person, today())), total};
}

/**
 * Writes down that the record is opened for this very call, then says that the call is about them. Gives what was emptied, as
 * it was of somebody else; null: nobody to come near.
 */
export async function chooseFor(
  context: AppLoadContext,
  callId: string,
  personId: string,
  submission: string,
): Promise<DraftField[] | null> {
  const reference = await draftReference(context.sql, asker(context), callId);
  if (!reference) throw missing();
  const opening = await openRecord(context.sql, {...asker(context), door: 'desk.call', submission}, personId, {
    basis: 'direct_care',
    workKind: 'call',
    workName: reference,
    consentBy: null,
    consentHow: null,
    reason: null,
  });
  return opening === null ? null : choosePerson(context.sql, asker(context), callId, personId);
}

/** Takes them off the call, and what came from their record with them. */
export const leaveFor = (context: AppLoadContext, callId: string): Promise<DraftField[] | null> =>
  choosePerson(context.sql, asker(context), callId, null);

interface WritingDown {
  typed: Record<string, string>;
  /** Those who may be the same were seen, and it is none of them. */
  isSure: boolean;
  submission: string;
  openingSubmission: string;
}

type WrittenDown =
  | {ok: true; personId: string}
  | {ok: false; reason: 'problems'; problems: Record<string, string>}
  | {ok: false; reason: 'likely'; likely: FoundView[]};

/** Somebody new, unless they may be here already: those are shown first. */
export async function writeDownFor(
  context: AppLoadContext,
  callId: string,
  {typed, isSure, submission, openingSubmission}: WritingDown,
): Promise<WrittenDown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  const read = readNewPerson(form, today());
  if (!read.ok) return {ok: false, reason: 'problems', problems: read.problems};
  const likely = isSure ? [] : await likelyDuplicates(context.sql, asker(context), read.person);
  if (likely.length > 0)
    return {
      ok: false,
      reason: 'likely',
      likely: likely.map((one) => ({...foundInWords(one, today()), because: LIKENESSES[one.likeness]})),
    };
  const sender = {...asker(context), door: 'desk.call', submission};
  const {id} = await addPerson(context.sql, sender, read.person, today());
  if (!(await chooseFor(context, callId, id, openingSubmission))) throw missing();
  return {ok: true, personId: id};
}
