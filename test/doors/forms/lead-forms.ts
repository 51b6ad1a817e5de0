/** The forms of whoever leads those who walk with people, and of supervision. */
import {insertCase, insertProvider} from '../../factories/cases.ts';
import {insertStaff, type TestStaff} from '../../factories/staff.ts';
import {acts, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function leadForms({sql, level, atProvider}: FormBed): FormCase[] {
  const lead = () => atProvider('team_lead');
  const supervise = ({staffId, partnerId}: TestStaff, workerId: string) => sql`
    insert into supervisions (worker_id, partner_id, lead_id, why)
    values (${workerId}, ${partnerId}, ${staffId}, 'I lead the team')
  `;
  /** One act of a lead on a new worker of theirs. */
  const onWorker = (
    act: string,
    place: '' | '/supervision',
    fill: (
      id: string,
      as: TestStaff,
    ) => Pick<Filled, 'typed' | 'among' | 'done'> | Promise<Pick<Filled, 'typed' | 'among' | 'done'>>,
  ): FormCase => ({
    route: place === '' ? 'caseload.worker' : 'caseload.supervision',
    what: act,
    make: async () => {
      const as = await lead();
      const {staffId} = await insertStaff(sql, as, {roles: ['link_worker']});
      const filled = await fill(staffId, as);
      return {as, page: `/caseload/lead/workers/${staffId}${place}`, ...filled, among: {act, ...filled.among}};
    },
  });

  return [
    {
      route: 'caseload.takes',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk, roles: ['team_lead']});
        const typed = {says: 'We walk with people\nwho garden.', practices: 'Larch Lane\nThe Elms', capacity: '90'};
        const done = async () => {
          const [{version}] = await sql<[{version: number}]>`
            select version from referral_providers where partner_id = ${as.partnerId}
          `;
          return version;
        };
        return {as, page: '/caseload/lead/takes', typed, done};
      },
    },
    {
      route: 'caseload.team-takes',
      make: async () => {
        const as = await insertProvider(sql, {beside: level.desk, roles: ['team_lead']});
        const [team] = await sql<[{id: string}]>`
          insert into teams (partner_id, name) values (${as.partnerId}, 'East side') returning id
        `;
        const typed = {outcodes: 'RG12, RG42', practices: 'Larch Lane\nThe Elms', languages: 'Polish'};
        return {as, page: `/caseload/lead/takes/${team.id}`, typed, done: rows('team_takes', 'team_id', team.id)};
      },
    },
    {
      route: 'caseload.share',
      make: async () => {
        const as = await lead();
        const worker = await insertStaff(sql, as, {roles: ['link_worker']});
        const {id} = await insertCase(sql, as, {workerId: null});
        return {
          as,
          page: '/caseload/lead/share',
          typed: {[`to-${id}`]: worker.staffId},
          done: rows('case_events', 'case_id', id),
        };
      },
    },
    onWorker('week', '', (id) => ({
      typed: {hours: '22.5', ceiling: '30', outcodes: 'RG12, RG42', practices: 'Larch Lane\nThe Elms'},
      done: rows('worker_weeks', 'staff_id', id),
    })),
    onWorker('take_on', '/supervision', (id) => ({
      typed: {why: 'I lead the team\nin Bracknell'},
      done: rows('supervisions', 'worker_id', id),
    })),
    onWorker('write', '/supervision', async (id, as) => {
      await supervise(as, id);
      const typed = {words: 'She is well.\nShe learns a lot.', what: 'Book the training', dueOn: '2031-03-04'};
      return {typed, done: rows('supervision_notes', 'worker_id', id)};
    }),
    {
      route: 'caseload.own-supervision',
      make: async () => {
        const leads = await lead();
        const as = await insertStaff(sql, leads, {roles: ['link_worker']});
        await supervise(leads, as.staffId);
        const here = {workerId: as.staffId, partnerId: as.partnerId};
        const [note] = await sql<[{id: string}]>`
          insert into supervision_notes ${sql({...here, heldOn: '2026-11-01'})} returning id
        `;
        const [action] = await sql<[{id: string}]>`
          insert into supervision_actions
            ${sql({...here, noteId: note.id, ownerId: as.staffId, what: 'Book the training', dueOn: '2031-03-04'})}
          returning id
        `;
        const done = acts('supervision_action_done', as);
        return {as, page: '/caseload/supervision', typed: {}, among: {action: action.id}, done};
      },
    },
  ];
}
