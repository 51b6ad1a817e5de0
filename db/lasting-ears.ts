/** What is listened for goes on being listened for, when the database has been away. */
import type {Sql} from './client.ts';

type Subscription = Awaited<ReturnType<Sql['listen']>>;

interface Listener {
  channel: string;
  hear: (payload: string) => void;
  onListen: (() => void) | undefined;
  subscription?: Subscription;
}

/** @param open a pool of its own: postgres.js listens on one more connection beside those of its pool */
export function lastingEars(open: () => Sql): {
  listen(channel: string, hear: (payload: string) => void, onListen?: () => void): Promise<{unlisten(): Promise<void>}>;
  renew(): void;
  end(): Promise<void>;
} {
  const listeners = new Set<Listener>();
  let ears = open();

  async function begin(one: Listener): Promise<Subscription> {
    const subscription = await ears.listen(one.channel, one.hear, one.onListen);
    one.subscription = subscription;
    return subscription;
  }

  return {
    async listen(channel, hear, onListen) {
      const one: Listener = {channel, hear, onListen};
      listeners.add(one);
      await begin(one);
      return {
        unlisten: async () => {
          listeners.delete(one);
          // A database that hangs would keep whoever wants to stop.
          void one.subscription?.unlisten().catch(() => {});
        },
      };
    },
    /** On a new connection: the old one may hang for good without anybody telling us. Each is told that it listens again. */
    renew() {
      void ears.end({timeout: 0}).catch(() => {});
      ears = open();
      // Where it fails, postgres.js goes on trying.
      for (const one of listeners) void begin(one).catch(() => {});
    },
    end: () => ears.end({timeout: 0}),
  };
}
