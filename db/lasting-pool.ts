/**
 * A pool that outlives its database: what the web server runs on. postgres.js by itself (3.4.9) does not. A connection that
 * closes in a transaction throws where nobody can catch it and ends the process, or is never of use again, or runs what is left
 * of one transaction inside another (its issues 1208, 1133 and 1216); and on a database that hangs it waits for good.
 *
 * So a heart beats here, on a connection of its own. While it does not, every question is refused at once, those that wait are
 * given up, and nobody waits for longer than a few seconds to be told so. When it beats again there is a new pool.
 */
import {setImmediate as turn, setTimeout as sleep} from 'node:timers/promises';
import {connect, type PoolOptions, type Sql} from './client.ts';
import {lastingEars} from './lasting-ears.ts';

interface LastingOptions extends Pick<PoolOptions, 'max'> {
  /** After this long the connections are new ones, in seconds. */
  lifetimeSeconds?: number;
  /** Told when the database has gone or is there again. */
  onTurn?: (isThere: boolean) => void;
  /** How long one beat may take, or what says so. A busy machine makes a database slow, and that is not yet gone. */
  patienceMs?: number | (() => number);
}

interface Pool {
  sql: Sql;
  openedAt: number;
  closings: number;
  /** How to give up each transaction that is under way. */
  giveUp: Set<(reason: Error) => void>;
}

type Work = (tx: Sql) => Promise<unknown>;

const BEAT_MS = 1000;
const BEAT_WHILE_AWAY_MS = 250;
export const PATIENCE_MS = 2000;
/** For what still runs on connections that are replaced, and for transactions among that. */
const GRACE_MS = 5000;
const GRACE_OF_TRANSACTIONS_MS = 60_000;
/** Connections that close one by one, as when the database has too many, are no reason to open others ever faster. */
const REPLACE_AT_MOST_EVERY_MS = 2000;

/** What a question is refused with while the database is away, or as it goes. */
const AWAY = new Set([
  ...['CONNECTION_LOST', 'CONNECTION_ENDED', 'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'],
]);

/** Whether it was the database that was not there, and the same may go well in a while. */
export const isDatabaseAway = (error: unknown): boolean => AWAY.has(String((error as {code?: unknown} | null)?.code));

class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  readonly code = 'CONNECTION_LOST';
}

/** Opens a pool that is replaced whenever it may be damaged. To its users it is one and the same. */
export function connectLasting(url: string, options: LastingOptions = {}): Sql {
  const {max, lifetimeSeconds = Infinity, onTurn = () => {}, patienceMs = PATIENCE_MS} = options;
  let isAway = false;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> | null = null;
  let line: Sql | null = null;
  /** The current one, and those it replaced on which something may still run. */
  const standing = new Set<Pool>();
  let current = open();
  const ears = lastingEars(() => connect(url, {max: 1}));
  plan();

  function open(): Pool {
    const onClose = () => {
      pool.closings++;
      if (pool !== current || isAway || isEnded) return;
      // The next question on it would be told what the last one was.
      if (Date.now() - pool.openedAt > REPLACE_AT_MOST_EVERY_MS) replace();
      void beatNow();
    };
    const sql = connect(url, {...(max ? {max} : {}), lifetimeSeconds: null, onClose});
    const pool: Pool = {sql, openedAt: Date.now(), closings: 0, giveUp: new Set()};
    standing.add(pool);
    return pool;
  }

  function discard(pool: Pool) {
    standing.delete(pool);
    for (const giveUp of pool.giveUp) giveUp(new DatabaseAway('the database is away'));
    // From here on it refuses whatever it is asked, at once.
    void pool.sql.end({timeout: 0}).catch(() => {});
  }

  function replace() {
    const old = current;
    current = open();
    setTimeout(() => {
      if (old.giveUp.size === 0) discard(old);
      else setTimeout(() => discard(old), GRACE_OF_TRANSACTIONS_MS).unref();
    }, GRACE_MS).unref();
  }

  function plan() {
    clearTimeout(timer);
    if (isEnded) return;
    timer = setTimeout(() => void beatNow(), isAway ? BEAT_WHILE_AWAY_MS : BEAT_MS);
    timer.unref();
  }

  function beatNow(): Promise<void> {
    return (beating ??= beat().finally(() => {
      beating = null;
      plan();
    }));
  }

  async function beat() {
    const isThere = await answers();
    if (isEnded) return;
    if (isThere && isAway) {
      isAway = false;
      current = open();
      ears.renew();
      onTurn(true);
    } else if (!isThere && !isAway) {
      isAway = true;
      for (const pool of standing) discard(pool);
      onTurn(false);
    } else if (isThere) {
      const age = Date.now() - current.openedAt;
      if (age > lifetimeSeconds * 1000 || (current.closings > 0 && age > REPLACE_AT_MOST_EVERY_MS)) replace();
    }
  }

  async function answers(): Promise<boolean> {
    const asked = (line ??= connect(url, {max: 1, lifetimeSeconds: null, onClose: () => loseLine(asked)}));
    // A clock that this process itself was too busy to hear says nothing of the database: what has come meanwhile is heard first.
    const patience = typeof patienceMs === 'function' ? patienceMs() : patienceMs;
    const tooLate = sleep(patience, null, {ref: false}).then(() => sleep(50, false, {ref: false}));
    const isThere = await Promise.race([
      asked`select 1`.then(
        () => true,
        // Too many connections: it is there, and says so.
        (error: {code?: string}) => error.code === '53300',
      ),
      tooLate,
    ]);
    if (!isThere) loseLine(asked);
    return isThere;
  }

  function loseLine(lost: Sql) {
    if (line !== lost) return;
    line = null;
    void lost.end({timeout: 0}).catch(() => {});
    if (!isAway && !isEnded) void beatNow();
  }

  async function end(how?: {timeout?: number}) {
    isEnded = true;
    clearTimeout(timer);
    await Promise.all([...[...standing].map(({sql}) => sql.end(how)), ears.end(), line?.end({timeout: 0})]);
  }

  const own = {
    begin: (first: string | Work, second?: Work) =>
      typeof first === 'string' ? transaction(current, first, second!) : transaction(current, '', first),
    listen: ears.listen,
    end,
  };
  return new Proxy(current.sql, {
    apply: (_first, _self, words) => Reflect.apply(current.sql as never, undefined, words) as unknown,
    get: (_first, name) => Reflect.get(name in own ? own : current.sql, name) as unknown,
  });
}

/**
 * A transaction whose connection may go. Once it has, nothing more is sent for it: not by `work`, and no rollback either, as the
 * database has done that. So `work` is then not waited for.
 */
function transaction(pool: Pool, options: string, work: Work): Promise<unknown> {
  const closings = pool.closings;
  let isGone = false;
  return new Promise((resolve, reject) => {
    const giveUp = (reason: Error) => {
      isGone = true;
      reject(reason);
    };
    const unlessGone = async (settle: () => void) => {
      // If it was ours that closed, `begin` has said so a turn later.
      if (pool.closings !== closings) await turn();
      if (!isGone) settle();
    };
    pool.giveUp.add(giveUp);
    pool.sql
      .begin(options, (tx) => {
        const whileThere = new Proxy(tx, {
          apply(asked, _self, words) {
            if (isGone) throw new DatabaseAway('the connection of this transaction has gone');
            return Reflect.apply(asked as never, undefined, words) as unknown;
          },
        });
        return new Promise((done, failed) => {
          work(whileThere as unknown as Sql).then(
            (outcome) => unlessGone(() => done(outcome)),
            (error: Error) => unlessGone(() => failed(error)),
          );
        });
      })
      .then(resolve, giveUp)
      .finally(() => pool.giveUp.delete(giveUp));
  });
}
