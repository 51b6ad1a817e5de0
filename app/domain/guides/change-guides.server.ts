/** A lead changes a guide: in a draft, which becomes the next version when it is published. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import {versionsOfGuide, type GuideVersion} from './get-guides.server.ts';
import {newGuide, type Typed} from './guide-form.ts';
import type {Guide} from './guide-schema.ts';

/** A guide as its editor shows it. */
export interface GuideInHand {
  /** What the desk uses now. Null where a draft of something new has never been published. */
  inUse: GuideVersion | null;
  draft: GuideVersion | null;
  /** The draft, or what is in use where there is none. */
  latest: GuideVersion;
  versions: GuideVersion[];
  /** Stands for exactly this state; whoever saves on an older one is told. */
  state: string;
}

export type Changed = {ok: true} | {ok: false; reason: 'missing'} | {ok: false; reason: 'changed'; now: GuideInHand};

/** One guide with all its versions, or null when there is none of that key. */
export function getGuide(sql: Sql, asker: Asker, key: string): Promise<GuideInHand | null> {
  return within(sql, {purpose: 'desk', ...asker}, (tx) => guideInHand(tx, key));
}

async function guideInHand(tx: ISql, key: string): Promise<GuideInHand | null> {
  const versions = await versionsOfGuide(tx, key);
  const draft = versions.find(({state}) => state === 'draft') ?? null;
  const inUse = versions.find(({state}) => state === 'published') ?? null;
  const latest = draft ?? inUse;
  return latest && {inUse, draft, latest, versions, state: `${latest.id}:${latest.edits}`};
}

type Created = {ok: true; key: string} | {ok: false; problems: Record<string, string>};

/** Begins a guide that there was none of, as a draft: nobody uses it until it is published. Sent twice, it is one. */
export function createGuide(sql: Sql, sender: Sender, typed: Typed): Promise<Created> {
  const {viewer, address, submission, door} = sender;
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Created> => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`guides:${viewer.partnershipId}`}, 0))`;
      const taken = await tx<{key: string}[]>`
        select key from guides where exists (select from guide_versions where guide_versions.guide_id = guides.id)
      `;
      const read = newGuide(
        typed,
        taken.map(({key}) => key),
      );
      if (!read.ok) return read;
      const {guide} = read;
      const guideId = await ownGuide(tx, sender, guide.key);
      await tx`
        insert into guide_versions (guide_id, number, state, content, edited_by)
        values (${guideId}, 1, 'draft', ${tx.json(guide)}, ${viewer.staffId})
      `;
      await recordAct(tx, {action: 'guide_changed', details: {guide: guide.key, what: 'new'}});
      return {ok: true, key: guide.key};
    }),
  );
}

/**
 * Keeps a changed guide as the partnership's draft, which nobody uses yet.
 * @param state of the guide as it was shown
 */
export function saveDraft(sql: Sql, sender: Sender, state: string, guide: Guide): Promise<Changed> {
  return change(sql, sender, guide.key, state, async (tx, now) => {
    const content = tx.json(guide);
    if (now.draft) {
      await tx`
        update guide_versions
        set content = ${content}, edits = edits + 1, edited_by = ${sender.viewer.staffId}, edited_at = now()
        where id = ${now.draft.id}
      `;
    } else {
      const guideId = await ownGuide(tx, sender, guide.key);
      await tx`
        insert into guide_versions (guide_id, number, state, content, edited_by)
        select ${guideId}, coalesce(max(number), 0) + 1, 'draft', ${content}, ${sender.viewer.staffId}
        from guide_versions
        where guide_id = ${guideId}
      `;
    }
    await recordAct(tx, {action: 'guide_changed', details: {guide: guide.key, what: 'draft'}});
  });
}

/** Throws the draft away. What the desk uses stays. */
export function dropDraft(sql: Sql, sender: Sender, key: string, state: string): Promise<Changed> {
  return change(sql, sender, key, state, async (tx, now) => {
    if (!now.draft) return;
    await tx`delete from guide_versions where id = ${now.draft.id}`;
    await recordAct(tx, {action: 'guide_changed', details: {guide: key, what: 'draft thrown away'}});
  });
}

/** From the next call on the desk uses the draft. Calls that were taken with an older version keep it. */
export function publishDraft(
  sql: Sql,
  sender: Sender,
  key: string,
  state: string,
  changed: string | null,
): Promise<Changed> {
  return change(sql, sender, key, state, async (tx, now) => {
    if (!now.draft) return;
    await tx`
      update guide_versions
      set state = 'published', changed = ${changed}, published_by = ${sender.viewer.staffId}, published_at = now()
      where id = ${now.draft.id}
    `;
    await recordAct(tx, {action: 'guide_published', details: {guide: key, number: now.draft.number}});
  });
}

function change(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  key: string,
  state: string,
  work: (tx: ISql, now: GuideInHand) => Promise<void>,
): Promise<Changed> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<Changed> => {
      // One at a time for each guide of a partnership: who comes second sees what the first has done.
      await tx`select pg_advisory_xact_lock(hashtextextended(${`guide:${viewer.partnershipId}:${key}`}, 0))`;
      const now = await guideInHand(tx, key);
      if (!now) return {ok: false, reason: 'missing'};
      if (now.state !== state) return {ok: false, reason: 'changed', now};
      await work(tx, now);
      return {ok: true};
    }),
  );
}

/** The partnership's own guide of that key, made when there is none yet. */
async function ownGuide(tx: ISql, {viewer}: Sender, key: string): Promise<string> {
  await tx`
    insert into guides (partnership_id, key) values (${viewer.partnershipId}, ${key}) on conflict do nothing
  `;
  const [guide] = await tx<[{id: string}]>`
    select id from guides where partnership_id = ${viewer.partnershipId} and key = ${key}
  `;
  return guide.id;
}
