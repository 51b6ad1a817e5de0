import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, describe, expect, it} from 'vitest';
import {
  fullService,
  pageOf,
  serveFeed,
  type Answer,
  type FeedServer,
} from '../../../../test/fixtures/import/feed-server.ts';
import {isObject} from './loose-values.ts';
import {describeSource, readSource} from './read-source.server.ts';
import type {SourceState} from './read-stream.server.ts';

const QUICK = {attempts: 4, firstPauseMs: 5, timeoutMs: 300, maxPages: 50};
let server: FeedServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function readFrom(answer: Answer, path = '', options = {}) {
  server = await serveFeed(answer);
  const state: SourceState = {notices: [], incomplete: null};
  const names: string[] = [];
  const problems: string[] = [];
  for await (const record of readSource(describeSource(server.url + path), state, {...QUICK, ...options})) {
    if (record.problem) problems.push(`${record.where}: ${record.problem}`);
    else if (isObject(record.raw)) names.push(String(record.raw.name));
  }
  return {names, problems, ...state, asked: server.asked};
}

const details = {version: 'HSDS-UK-3.0', profile: 'https://profile.example', openapi_url: 'https://spec.example'};
const groups = (count: number) => Array.from({length: count}, (_, index) => `Group ${index + 1}`);

describe('a feed by its base address', () => {
  it('is read page by page to its end', async () => {
    const {names, incomplete, asked} = await readFrom(({path, page}) =>
      path === '/services' ? pageOf(page, 7, 3) : details,
    );
    expect(names).toEqual(groups(7));
    expect(incomplete).toBeNull();
    expect(asked).toEqual(['/', '/services', '/services?page=2', '/services?page=3']);
  });

  it('is found where the base itself gives nothing', async () => {
    const {names} = await readFrom(({path, page}) => (path === '/api/services' ? pageOf(page, 2, 3) : 404), '/api/');
    expect(names).toEqual(groups(2));
  });

  it('keeps what stands in the address of its list', async () => {
    const {asked} = await readFrom(({page}) => pageOf(page, 4, 2), '/services?per_page=2');
    expect(asked).toEqual(['/services?per_page=2', '/services?per_page=2&page=2']);
  });

  it('that has moved is read on where it moved to', async () => {
    const {names, incomplete} = await readFrom(({path, page}, response) => {
      if (path === '/new/services') return pageOf(page, 4, 2);
      // As many do, it forgets which page was asked for.
      return void response.writeHead(301, {location: '/new/services'}).end();
    }, '/services');
    expect(names).toEqual(groups(4));
    expect(incomplete).toBeNull();
  });

  it('may be of version 1.0, and may count its pages from nought', async () => {
    const page1 = (page: number) => ({
      totalElements: 4,
      totalPages: 2,
      number: page - 1,
      size: 2,
      first: page === 1,
      last: page === 2,
      content: [2 * page - 1, 2 * page].map((id) => ({id, name: `Group ${id}`, regular_schedules: []})),
    });
    const {names, incomplete} = await readFrom(({page}) => page1(Math.min(page, 2)), '/services');
    expect(names).toEqual(groups(4));
    expect(incomplete).toBeNull();
  });
});

describe('a feed that miscounts', () => {
  it('with totals that change is read to its end, but not taken as complete', async () => {
    const {names, notices, incomplete} = await readFrom(({page}) => pageOf(page, page < 3 ? 9 : 8, 3), '/services');
    expect(names).toEqual(groups(8));
    expect(notices).toEqual(['The feed’s total changed between pages (9, 8).'.replace('’', "'")]);
    expect(incomplete).toBe('The list changed while it was read, so services may have been missed.');
  });

  it('with an empty last page, and one that says more than it has, ends all the same', async () => {
    const more = {total_items: 6, total_pages: 99, last_page: false};
    const {names, incomplete} = await readFrom(({page}) => pageOf(page, 6, 3, more), '/services');
    expect(names).toEqual(groups(6));
    expect(incomplete).toBeNull();
  });

  it('that gives the same page for ever ends', async () => {
    const {names, asked, incomplete} = await readFrom(
      () => pageOf(1, 3, 3, {total_pages: 40, total_items: 120, last_page: false}),
      '/services',
    );
    expect(names).toEqual(groups(3));
    expect(asked.length).toBe(3);
    expect(incomplete).toBe('Fewer services came than the feed promised.');
  });

  it('that answers 404 after its last page ends there', async () => {
    const {names, incomplete} = await readFrom(
      ({page}) => (page > 2 ? 404 : pageOf(page, 4, 2, {last_page: false, total_pages: null})),
      '/services',
    );
    expect(names).toEqual(groups(4));
    expect(incomplete).toBeNull();
  });

  it('without end is read up to the bound', async () => {
    const endless = ({page}: {page: number}) => pageOf(page, 1_000_000, 1, {last_page: false});
    const {names, incomplete} = await readFrom(endless, '/services', {maxPages: 5});
    expect(names).toHaveLength(5);
    expect(incomplete).toMatch(/more than 5 pages/);
  });
});

describe('a feed in trouble', () => {
  it('is asked again after 500, 503, 429 and a broken connection', async () => {
    const troubles: Answer[] = [
      () => 500,
      (_, response) => void response.writeHead(429, {'retry-after': '0'}).end(),
      (_, response) =>
        void response.writeHead(200, {'content-type': 'application/json'}).write('{"half', () => response.destroy()),
    ];
    const {names} = await readFrom((request, response) => {
      const trouble = troubles[request.count - 1];
      return trouble ? trouble(request, response) : pageOf(request.page, 4, 2);
    }, '/services');
    expect(names).toEqual(groups(4));
  });

  it('that is slow once is asked again', async () => {
    const {names} = await readFrom(async ({count, page}) => {
      if (count === 1 && page === 2) await sleep(600);
      return pageOf(page, 4, 2);
    }, '/services');
    expect(names).toEqual(groups(4));
  });

  it('that stays ill keeps what was read, and says where it stopped', async () => {
    const {names, incomplete} = await readFrom(({page}) => (page === 2 ? 500 : pageOf(page, 6, 2)), '/services');
    expect(names).toEqual(groups(2));
    expect(incomplete).toMatch(/^Page 2 could not be read: .*answered 500 \(asked 4 times\)$/);
  });

  it('that breaks off its JSON, wants a password or is not there is told of in plain words', async () => {
    const broken = await readFrom(
      ({page}, response) => (page === 2 ? void response.end('{"contents":[{"id":"') : pageOf(page, 4, 2)),
      '/services',
    );
    expect(broken.incomplete).toMatch(/page=2 gives JSON that is broken or cut off \(asked 4 times\)$/);
    await server!.close();
    await expect(readFrom(() => 401, '/services')).rejects.toThrow('answered 401: it wants a key or a password');
    await server!.close();
    const gone = server!.url;
    const asking = readSource(describeSource(gone), {notices: [], incomplete: null}, QUICK).next();
    await expect(asking).rejects.toThrow('cannot be reached: nothing answers there');
  });

  it('that gives a web page instead is refused at once', async () => {
    await expect(
      readFrom(
        (_, response) => void response.setHeader('content-type', 'text/html').end('<html>Sign in</html>'),
        '/services',
      ),
    ).rejects.toThrow('gives a web page, not JSON');
    expect(server!.asked).toHaveLength(1);
  });
});

describe('a list that gives only the outline', () => {
  const thin = (id: number) => ({id: String(id), name: `Group ${id}`, status: 'active'});
  const list = (count: number) => ({
    total_items: count,
    total_pages: 1,
    last_page: true,
    contents: Array.from({length: count}, (_, index) => thin(index + 1)),
  });

  it('is completed from the page of each service', async () => {
    const {names, asked} = await readFrom(({path}) => {
      const id = /^\/services\/(\d+)$/.exec(path)?.[1];
      return id ? fullService(id, {id, name: `Group ${id} in full`}) : list(5);
    }, '/services');
    expect(names).toEqual(groups(5).map((name) => `${name} in full`));
    expect(asked).toHaveLength(6);
  });

  it('keeps its own id when the page has another, and does not take another service for its own', async () => {
    const {names} = await readFrom(({path}) => {
      if (path === '/services/1') return fullService('x', {id: 'other', name: 'Group 1', description: 'more'});
      if (path === '/services/2') return fullService('y', {id: 'strange', name: 'Something else'});
      return list(2);
    }, '/services');
    expect(names).toEqual(['Group 1', 'Group 2']);
  });

  it('does without when there are no such pages', async () => {
    const {names, notices, asked} = await readFrom(({path}) => (path === '/services' ? list(20) : 404), '/services');
    expect(names).toHaveLength(20);
    expect(notices).toEqual(['The feed has no pages for single services; its list is all there is.']);
    expect(asked.length).toBeLessThan(10);
  });

  it('does not store the outline over a page that is only ill', async () => {
    const {names, problems} = await readFrom(
      ({path}) =>
        path === '/services/2' ? 500 : path === '/services' ? list(3) : fullService(1, {id: path.at(-1), name: 'Full'}),
      '/services',
    );
    expect(names).toEqual(['Full', 'Full']);
    expect(problems).toEqual(['page 1, item 2: Its own page could not be read']);
  });
});

describe('a file behind an address', () => {
  it('is read line by line', async () => {
    const lines = [fullService(1), fullService(2)].map((service) => JSON.stringify(service)).join('\n');
    const {names} = await readFrom((_, response) => void response.end(lines), '/export.ndjson');
    expect(names).toEqual(groups(2));
  });

  it('may be CSV or one JSON document', async () => {
    const csv = await readFrom((_, response) => void response.end('name,town\nGroup 1,Ascot\n'), '/groups.csv');
    expect(csv.names).toEqual(['Group 1']);
    await server!.close();
    expect((await readFrom(() => [fullService(1), fullService(2)], '/all.json')).names).toEqual(groups(2));
  });
});

it.each(['http://', 'htp://a.example/services', 'file:///etc/hosts'])('%s is no address to read from', (given) => {
  expect(() => describeSource(given)).toThrow('It begins with http:// or https://');
});

it('a source names its feed', () => {
  expect(describeSource('https://www.bristol.example/api/v3').suggestedKey).toBe('bristol-example');
  expect(describeSource('/tmp/UK Libraries (2025).ndjson').suggestedKey).toBe('uk-libraries-2025');
});
