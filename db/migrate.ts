import {createHash} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {LOCKS} from './advisory-locks.ts';
import type {Sql} from './client.ts';

const FOLDER = path.join(import.meta.dirname, 'migrations');

/** Why the database cannot be brought up to date, in one line that names the file. */
class MigrationError extends Error {
  override name = 'MigrationError';
}

/**
 * Brings the database up to date: each file of `db/migrations` once, in order, each in its own transaction.
 * One advisory lock makes a second instance wait and then find nothing to do.
 * @throws {MigrationError} when a file that was applied has since been changed (migrations go forward only), or one fails
 */
export async function migrate(sql: Sql, folder = FOLDER): Promise<{applied: string[]}> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${LOCKS.migration})`;
    await connection`
      create table if not exists migrations (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )
    `;
    await connection`comment on table migrations is 'One file of db/migrations that was applied, and the checksum it had.'`;
    const known = new Map(
      (await connection<{name: string; checksum: string}[]>`select name, checksum from migrations`).map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    const applied: string[] = [];
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(path.join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      if (known.has(name)) {
        if (known.get(name) === checksum) continue;
        throw new MigrationError(
          `Migration ${name} was changed after it was applied. Put it back and write a new file instead.`,
        );
      }
      // One simple-protocol message is one transaction, so the file and its record land together or not at all.
      await connection
        .unsafe(`begin;\n${text}\n;insert into migrations (name, checksum) values ('${name}', '${checksum}');\ncommit;`)
        .catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          throw new MigrationError(`Migration ${name} could not be applied, and nothing of it was kept: ${reason}`, {
            cause: error,
          });
        });
      applied.push(name);
    }
    return {applied};
  } finally {
    await connection`rollback`.catch(() => {});
    await connection`select pg_advisory_unlock(${LOCKS.migration})`.catch(() => {});
    connection.release();
  }
}
