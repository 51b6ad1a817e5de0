import type {ServerBuild} from '@remix-run/node';
import {matchRoutes} from '@remix-run/react';
import {expect, it} from 'vitest';
import addressTable from '../routes.ts';
import {sitePart} from './site-parts.ts';

type Entries = typeof addressTable;
type Tree = Parameters<typeof matchRoutes>[0];

const site = buildOf(addressTable);
const addresses = addressesOf(site).map((path) => path.replace('*', 'nowhere').replaceAll(/:\w+/g, 'a1b2'));

/** The routes of the table, as they stand in a build; a route's file is its name here. */
function buildOf(entries: Entries): ServerBuild {
  const routes: Record<string, object> = {root: {id: 'root', path: ''}};
  const add = (children: Entries, parentId: string) => {
    for (const {file, path, index, children: below} of children) {
      routes[file] = {id: file, parentId, path, index};
      add(below ?? [], file);
    }
  };
  add(entries, 'root');
  return {routes, assets: {routes}} as unknown as ServerBuild;
}

function addressesOf(build: ServerBuild) {
  const addressOf = (id: string): string => {
    const {parentId, path} = build.routes[id]!;
    return `${parentId ? addressOf(parentId) : ''}${path ? `/${path}` : ''}`;
  };
  return Object.keys(build.routes).map((id) => addressOf(id) || '/');
}

/** The routes of a build as a router has them. */
const treeOf = (build: ServerBuild, parent?: string): Tree =>
  Object.values(build.routes)
    .filter((route) => route?.parentId === parent)
    .map((route) => {
      const {id, path, index} = route!;
      return index ? {id, path, index} : {id, path, children: treeOf(build, id)};
    });

const answerOf = (build: ServerBuild, path: string) =>
  matchRoutes(treeOf(build), path)?.map(({route, params}) => [route.id, params]);

it('answers each address from a part just as the whole site would', () => {
  const partFor = sitePart(site);
  const odd = ['/', '//', '//desk', '/desk//queues', '/desk%2Fqueues', '/%64esk', '/people-emergency/', '/nowhere'];
  // Each address as it is, and one of each part written in other ways: to match against all routes is dear.
  const others = new Map(addresses.map((path) => [path.split('/')[1], path])).values();
  const otherwise = [...others].flatMap((path) => [`${path}/`, path.toUpperCase(), `${path}/and/more`]);
  for (const path of [...addresses, ...otherwise, ...odd]) {
    const part = partFor(path);
    expect(answerOf(part, path), path).toEqual(answerOf(site, path));
    expect(Object.keys(part.assets.routes), path).toEqual(Object.keys(part.routes));
    expect(partFor(`${path}.data`), path).toBe(part);
  }
});

it('makes the part of a group of pages small, and leaves odd spellings to the whole', () => {
  const partFor = sitePart(site);
  const sizeOf = (path: string) => Object.keys(partFor(path).routes).length;
  expect(addresses.length).toBeGreaterThan(100);
  expect(sizeOf('/search/map')).toBeLessThan(8);
  expect(sizeOf('/shortlist')).toBeLessThan(5);
  for (const path of ['/search%2Fmap', '//search', '/no-such-page']) expect(partFor(path), path).toBe(site);
});
