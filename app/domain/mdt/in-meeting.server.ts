/** What every change at a meeting has in common: once for its form, while the minutes are open, with its line in the audit. */
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import type {Action} from '../audit/actions.ts';
import {recordAct, type Act} from '../audit/record-act.server.ts';
import type {Sender} from '../people/staff-request.ts';
import type {MeetingKind} from './mdt-choices.ts';

export type MeetingDone = {ok: true} | {ok: false; reason: 'gone' | 'changed' | 'closed' | 'nobody' | 'has_actions'};

/** A form about a meeting, or one person on its list, with the version it was shown with. */
export interface MeetingForm extends Sender {
  sql: Sql;
  version: number;
}

interface HeldMeeting {
  id: string;
  mdtId: string;
  kind: MeetingKind;
  version: number;
  isOrganiser: boolean;
}

/** What a change gives back: how it went, whom it was about, and what the audit says beside the meeting. */
export interface MeetingWork {
  outcome: MeetingDone;
  personId?: string | null;
  details?: Act['details'];
}

/** @returns `gone` where the viewer is not asked to such a meeting, `closed` once its minutes stand */
export function inMeeting(
  {sql, viewer, address, submission, door}: MeetingForm,
  meetingId: string,
  action: Action,
  work: (tx: ISql, meeting: HeldMeeting) => Promise<MeetingWork>,
): Promise<MeetingDone> {
  return within(sql, {purpose: 'mdt', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<MeetingDone> => {
      const [meeting] = await tx<HeldMeeting[]>`
        select id, mdt_id, kind, version, viewer_organises(mdt_id) as is_organiser
        from mdt_meetings
        where id = ${meetingId}
        for update
      `;
      if (!meeting) {
        const [seen] = await tx`select id from mdt_meetings where id = ${meetingId}`;
        return {ok: false, reason: seen ? 'closed' : 'gone'};
      }
      const {outcome, personId, details} = await work(tx, meeting);
      if (outcome.ok) await recordAct(tx, {action, personId, details: {meeting: meetingId, ...details}});
      return outcome;
    }),
  );
}
