import {beforeEach, describe, expect, it, vi} from 'vitest';
import {DraftKeeper, SEND_AFTER_MS, type Change, type Conflict, type KnownField, type Sent} from './draft-keeper.ts';

/** A server in miniature: fields with versions, as `writeFields` keeps them. */
class Server {
  fields = new Map<string, {value: string; version: number; page: string}>();
  answer: 'kept' | 'away' | 'lost' | 'signed-out' = 'kept';
  sendings = 0;

  write(page: string, changes: Change[]): Sent {
    const saved: {name: string; version: number}[] = [];
    const conflicts: Conflict[] = [];
    for (const {name, value, base} of changes) {
      const before = this.fields.get(name);
      if (before && before.page !== page && before.version !== base && before.value !== value) {
        conflicts.push({name, value: before.value, version: before.version, byName: 'Tom Ashdown', isYou: false});
        continue;
      }
      const version = (before?.version ?? 0) + (before?.value === value ? 0 : 1);
      this.fields.set(name, {value, version, page});
      saved.push({name, version});
    }
    return {kind: 'kept', saved, conflicts};
  }

  keeper(page: string, fields: KnownField[] = []) {
    return new DraftKeeper(fields, {
      send: async (changes) => {
        this.sendings++;
        await Promise.resolve();
        if (this.answer === 'away') return {kind: 'away'};
        if (this.answer === 'signed-out') return {kind: 'signed-out'};
        const sent = this.write(page, changes);
        return this.answer === 'lost' ? {kind: 'away'} : sent;
      },
      now: () => 0,
      later(work, ms) {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
    });
  }
}

let server: Server;
beforeEach(() => {
  vi.useFakeTimers();
  server = new Server();
});

describe('what is typed', () => {
  it('is on the server within a second, many letters in one sending', async () => {
    const keeper = server.keeper('a');
    for (const value of ['S', 'Sh', 'She']) keeper.type('story', value);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.fields.get('story')?.value).toBe('She');
    expect(server.sendings).toBe(1);
    expect(keeper.stateNow().kind).toBe('saved');
  });

  it('goes again when the network was away, without another letter', async () => {
    const keeper = server.keeper('a');
    server.answer = 'away';
    keeper.type('story', 'She fell');
    await vi.advanceTimersByTimeAsync(3000);
    expect(keeper.stateNow().kind).toBe('away');
    server.answer = 'kept';
    keeper.tryAgain();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.fields.get('story')?.value).toBe('She fell');
    expect(keeper.stateNow().kind).toBe('saved');
  });

  it('is no conflict with itself when an answer was lost and more was typed', async () => {
    const keeper = server.keeper('a');
    server.answer = 'lost';
    keeper.type('story', 'one');
    await vi.advanceTimersByTimeAsync(700);
    keeper.type('story', 'one two');
    server.answer = 'kept';
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.fields.get('story')?.value).toBe('one two');
    expect(keeper.conflictNames()).toEqual([]);
  });

  it('waits for somebody to sign in again, and goes then', async () => {
    const keeper = server.keeper('a');
    server.answer = 'signed-out';
    keeper.type('story', 'Still here');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.stateNow().kind).toBe('signed-out');
    server.answer = 'kept';
    await vi.advanceTimersByTimeAsync(6000);
    expect(server.fields.get('story')?.value).toBe('Still here');
  });

  it('typed back to what stands there, while the other words are on their way, still arrives', async () => {
    const keeper = server.keeper('a', []);
    keeper.type('danger', 'yes');
    await vi.advanceTimersByTimeAsync(600);
    keeper.type('danger', '');
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.fields.get('danger')?.value).toBe('');
  });

  it('while a call is being ended arrives after that, and stands', async () => {
    const keeper = server.keeper('a');
    keeper.type('sendBy', 'email');
    const ended = keeper.alone(async (changes) => {
      // A server that has much to look up before it writes.
      await new Promise((resolve) => setTimeout(resolve, 3 * SEND_AFTER_MS));
      server.write('a', changes);
      return 'refused';
    });
    await vi.advanceTimersByTimeAsync(10);
    keeper.type('sendBy', 'letter');
    await vi.advanceTimersByTimeAsync(2 * SEND_AFTER_MS);
    expect(server.sendings).toBe(0);
    await vi.advanceTimersByTimeAsync(3 * SEND_AFTER_MS);
    expect(await ended).toBe('refused');
    expect(server.fields.get('sendBy')?.value).toBe('letter');
    expect(keeper.stateNow().kind).toBe('saved');
  });

  it('before a call is ended goes first, once', async () => {
    const keeper = server.keeper('a');
    keeper.type('story', 'She fell');
    // It is on its way, and has not arrived.
    vi.advanceTimersByTime(SEND_AFTER_MS);
    expect(server.fields.size).toBe(0);
    expect(await keeper.alone((changes) => Promise.resolve(changes))).toEqual([]);
    expect(server.sendings).toBe(1);
  });
});

describe('two pages', () => {
  it('never write over each other: both versions are there, and one is chosen', async () => {
    const [mine, theirs] = [server.keeper('a'), server.keeper('b')];
    theirs.type('story', 'Their words');
    await vi.advanceTimersByTimeAsync(1000);
    mine.type('story', 'My words');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.fields.get('story')?.value).toBe('Their words');
    expect(mine.conflictIn('story')).toMatchObject({value: 'Their words', byName: 'Tom Ashdown'});
    expect(mine.value('story')).toBe('My words');

    mine.settle('story', 'Their words\nMy words');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.fields.get('story')?.value).toBe('Their words\nMy words');
    expect(mine.conflictNames()).toEqual([]);
  });

  it('what the other typed comes in where I am not, and not where I am', () => {
    const keeper = server.keeper('a', [{name: 'story', value: 'Old', version: 1}]);
    keeper.receive([{name: 'story', value: 'New', version: 2}], () => true);
    expect(keeper.value('story')).toBe('Old');
    keeper.receive([{name: 'story', value: 'New', version: 2}], () => false);
    expect(keeper.value('story')).toBe('New');
  });

  it('what came while something of mine was on its way is asked for again, and then taken in', async () => {
    const keeper = server.keeper('a');
    keeper.type('callerName', 'Nell');
    await vi.advanceTimersByTimeAsync(SEND_AFTER_MS - 1);
    vi.advanceTimersByTime(1);
    const news = [{name: 'story', value: 'Theirs', version: 1}];
    expect(keeper.receive(news, () => false)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(keeper.receive(news, () => false)).toBe(true);
    expect(keeper.value('story')).toBe('Theirs');
  });

  it('while somebody reads along, what is typed goes sooner', async () => {
    const keeper = server.keeper('a');
    keeper.hurry(true);
    keeper.type('story', 'She');
    await vi.advanceTimersByTimeAsync(SEND_AFTER_MS / 2);
    expect(server.fields.get('story')?.value).toBe('She');
  });

  it('an older sending of this page that came late does not win', async () => {
    const keeper = server.keeper('a');
    keeper.type('story', 'Later words');
    await vi.advanceTimersByTimeAsync(1000);
    server.fields.set('story', {value: 'Earlier words', version: 2, page: 'a'});
    keeper.receive([{name: 'story', value: 'Earlier words', version: 2, isOwn: true}], () => false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.fields.get('story')?.value).toBe('Later words');
  });
});

it('a call that was ended elsewhere is told, and nothing is sent any more', async () => {
  const keeper = server.keeper('a');
  keeper.over('closed');
  keeper.type('story', 'Too late');
  await vi.advanceTimersByTimeAsync(3000);
  expect(server.sendings).toBe(0);
  expect(keeper.stateNow()).toEqual({kind: 'over', reason: 'closed'});
});
