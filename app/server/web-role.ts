import type {Sql} from '../../db/client.ts';

/**
 * Row-level security only holds for a connection that cannot step over it. Returns what is wrong with this one, as a
 * line for whoever starts the site, or null.
 */
export async function webRoleProblem(sql: Sql): Promise<string | null> {
  const [role] = await sql<
    {name: string; isSuperuser: boolean; bypasses: boolean; belongs: boolean; owned: number; mayBecome: string[]}[]
  >`
    select
      rolname as name,
      rolsuper as is_superuser,
      rolbypassrls as bypasses,
      pg_has_role(oid, 'fingerpost_web', 'member') as belongs,
      (select count(*)::integer from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p', 'v', 'm')) as owned,
      array(
        select other.rolname::text from pg_roles other
        where other.oid <> pg_roles.oid
          and pg_has_role(pg_roles.oid, other.oid, 'member')
          and (other.rolsuper or other.rolbypassrls)
      ) as may_become
    from pg_roles
    where rolname = current_user
  `;
  const because = !role
    ? 'its role cannot be read'
    : role.isSuperuser
      ? `${role.name} is a superuser`
      : role.bypasses
        ? `${role.name} may bypass row-level security`
        : role.mayBecome.length > 0
          ? `${role.name} may become ${role.mayBecome[0]}`
          : role.owned > 0
            ? `${role.name} owns tables`
            : role.belongs
              ? null
              : `${role.name} is not a member of fingerpost_web`;
  return because && `DATABASE_WEB_URL: the web server may not use this login, because ${because}`;
}
