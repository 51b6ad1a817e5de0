/** For what fills a database once, in many steps: all of it is there or nothing, at whatever moment it is cut short. */
import type {Sql} from './client.ts';
import {forgetContext} from './within.ts';

type Transaction = Parameters<Parameters<Sql['begin']>[1]>[0];
type Part = (tx: Sql) => Promise<unknown>;

/**
 * Runs `work` in one transaction, whatever transactions it begins by itself: those become parts of the one, and none is kept
 * without the others. Parts come one after another, never side by side.
 */
export function inOneTransaction<T>(sql: Sql, work: (whole: Sql) => Promise<T>): Promise<T> {
  return sql.begin((tx) => work(withParts(tx))) as Promise<T>;
}

/** A transaction that is taken for a pool: to begin one in it is to begin a part. */
function withParts(tx: Transaction): Sql {
  const begin = async (...given: [Part] | [string, Part]) => {
    const part = given.at(-1) as Part;
    const outcome = await tx.savepoint((inner) => part(withParts(inner)));
    // What the policies were told for a part would otherwise hold for all that comes after it.
    await forgetContext(tx);
    return outcome;
  };
  return new Proxy(tx, {
    get: (whole, name) => (name === 'begin' ? begin : (Reflect.get(whole, name) as unknown)),
  }) as unknown as Sql;
}
