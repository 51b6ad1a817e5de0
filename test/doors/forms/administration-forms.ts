/** The forms of administration. */
import {randomUUID} from 'node:crypto';
import type {TestStaff} from '../../factories/staff.ts';
import {acts, changes, rows, type Filled, type FormBed, type FormCase} from './form-case.ts';

export function administrationForms({sql, level, colleague}: FormBed): FormCase[] {
  const name = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
  const aTeam = async () => {
    const [team] = await sql<[{id: string}]>`
      insert into teams (partner_id, name) values (${level.desk.partnerId}, ${name('Team')}) returning id
    `;
    return team.id;
  };
  /** A button on the page of an account. */
  const button = (route: string, act: string, action: string): FormCase => ({
    route,
    what: act,
    make: async () => {
      const [as, {staffId}] = [await colleague('administrator'), await colleague('link_worker')];
      return {as, page: `/admin/staff/${staffId}`, typed: {}, among: {act}, done: acts(action, as)};
    },
  });
  const byAdministrator = (fill: (as: TestStaff) => Promise<Omit<Filled, 'as'>>) => async (): Promise<Filled> => {
    const as = await colleague('administrator');
    return {as, ...(await fill(as))};
  };

  return [
    {
      route: 'admin.partners',
      make: byAdministrator(async () => {
        const typed = {name: name('Wellbeing'), kind: 'voluntary'};
        return {page: '/admin/partners', typed, pressed: {act: 'save'}, done: rows('partners', 'name', typed.name)};
      }),
    },
    {
      route: 'admin.partners-one',
      make: byAdministrator(async () => ({
        page: `/admin/partners/${level.trust.partnerId}`,
        typed: {name: name('Trust')},
        pressed: {act: 'save'},
        done: partnerRenamed(await versionOf('partners', level.trust.partnerId)),
      })),
    },
    {
      route: 'admin.teams',
      make: byAdministrator(async () => {
        const typed = {name: name('Desk'), partner: level.trust.partnerId};
        return {page: '/admin/teams', typed, pressed: {act: 'save'}, done: rows('teams', 'name', typed.name)};
      }),
    },
    {
      route: 'admin.teams-one',
      make: byAdministrator(async () => {
        const id = await aTeam();
        return {
          page: `/admin/teams/${id}`,
          typed: {name: name('Desk')},
          pressed: {act: 'save'},
          done: changes('teams', id),
        };
      }),
    },
    {
      route: 'admin.teams-one',
      what: 'close',
      make: byAdministrator(async () => {
        const id = await aTeam();
        return {page: `/admin/teams/${id}`, typed: {}, pressed: {act: 'close'}, done: changes('teams', id)};
      }),
    },
    {
      route: 'admin.staff',
      make: byAdministrator(async () => ({page: '/admin/staff', typed: {name: 'Hana', role: 'call_handler'}})),
    },
    {
      route: 'admin.staff-new',
      make: byAdministrator(async () => {
        const typed = {name: 'Newly Invited', email: `${randomUUID()}@staff.example`, partner: level.trust.partnerId};
        return {
          page: '/admin/staff/new',
          typed: {...typed, roles: 'link_worker'},
          done: rows('messages', 'recipient', typed.email),
        };
      }),
    },
    {
      route: 'admin.staff-one',
      make: byAdministrator(async () => {
        const {staffId} = await colleague('link_worker');
        return {page: `/admin/staff/${staffId}`, typed: {name: 'Newly Named'}, done: changes('staff', staffId)};
      }),
    },
    button('admin.staff-account', 'close', 'staff_disabled'),
    button('admin.staff-sign-in', 'end-sessions', 'sessions_ended'),
  ];

  async function versionOf(table: string, id: string): Promise<number> {
    const [row] = await sql<[{version: number}]>`select version from ${sql(table)} where id = ${id}`;
    return row.version;
  }

  function partnerRenamed(before: number) {
    return async () => (await versionOf('partners', level.trust.partnerId)) - before;
  }
}
