/**
 * The site in parts, by the first part of an address. Remix ranks all routes and compiles their patterns anew for every
 * request, more than once, and makes all of them anew for every page: with some 150 routes that is 5 ms and more of each
 * answer. A part has the routes that can answer its addresses, what stands round them, and the page for what is missing.
 */
import type {ServerBuild} from '@remix-run/node';

/** @returns for the path of a request ('/desk/calls/1.data') the part that answers it; the whole site where none does. */
export function sitePart(build: ServerBuild): (path: string) => ServerBuild {
  const firsts = new Map(Object.keys(build.routes).map((id) => [id, firstPart(addressOf(build, id))]));
  const parts = new Map(
    [...new Set(firsts.values())].map((first) => {
      const own = [...firsts].filter(([, other]) => other === first || /^[:*]/.test(other)).map(([id]) => id);
      return [first, onlyRoutes(build, new Set(own.flatMap((id) => withParents(build, id))))];
    }),
  );
  // What is written in another way (a percent sign, two slashes) is left to Remix itself.
  return (path) => (/%|\/\//.test(path) ? build : (parts.get(firstPart(path.replace(/\.data$/, ''))) ?? build));
}

const firstPart = (path: string) => path.split('/').find(Boolean)?.toLowerCase() ?? '';

const withParents = (build: ServerBuild, id: string): string[] => {
  const {parentId} = build.routes[id]!;
  return parentId === undefined ? [id] : [...withParents(build, parentId), id];
};

const addressOf = (build: ServerBuild, id: string) =>
  withParents(build, id)
    .map((one) => build.routes[one]!.path ?? '')
    .join('/');

function onlyRoutes(build: ServerBuild, ids: Set<string>): ServerBuild {
  const among = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return {...build, routes: among(build.routes), assets: {...build.assets, routes: among(build.assets.routes)}};
}
