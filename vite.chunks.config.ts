/**
 * Which file of the browser build each module goes into. It follows from who needs it, which the build knows, and not from
 * where it lies: somebody who looks for help, or answers by a private link, is never sent code that only the staff side needs.
 */
import type {GetManualChunk} from 'rollup';
import routes from './app/routes.ts';

type Modules = Pick<Parameters<GetManualChunk>[1], 'getModuleIds' | 'getModuleInfo'>;

const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\/|vite\/preload-helper/;
const DESIGN_SYSTEM = /\/node_modules\/(nhsuk-react-components|classnames|tslib)\//;
/** What has a file of its own, so that whoever opens a page is sent no other. */
const PAGE = /\/app\/(root|entry\.client|routes\/[^/]+\/route)\.tsx?(\?|$)/;

const STAFF_SIDE = 'routes/staff-side/route.tsx';
/** Every page needs the first two; most who come to any page go on to the results, and in one file all that takes less room. */
const EVERYWHERE = ['root.tsx', 'entry.client.tsx', 'routes/search/route.tsx'];

/** The pages of a side: the frame of `app/routes.ts` that they stand in; those of the directory have none. */
const pagesOf = (frame: string | null): string[] =>
  routes.flatMap((entry) => {
    const within = 'children' in entry ? entry.children : null;
    if (frame === null) return within ? [] : [entry.file];
    return entry.file === frame ? [entry, ...(within ?? [])].map(({file}) => file) : [];
  });
const frames = routes.flatMap((entry) => ('children' in entry ? [entry.file] : []));

interface Reach {
  framework: Set<string>;
  everywhere: Set<string>;
  staff: Set<string>;
  /** What the pages of each public side need at once. */
  sides: {name: string; modules: Set<string>}[];
  /** What more than one page of the directory needs at once: people go from one to the other. */
  directory: Set<string>;
  /** What public pages need at once or fetch later, such as the map. */
  later: Set<string>;
}

/** For Rollup's `manualChunks`, in a build for the browser. */
export function chunksByNeed(): GetManualChunk {
  let reach: Reach | undefined;
  return (id, modules) => {
    reach ??= reachIn(modules);
    if (reach.framework.has(id)) return 'framework';
    if (PAGE.test(id)) return undefined;
    if (reach.everywhere.has(id)) return 'site';
    // In one file, these small parts take less room than in one each.
    if (reach.directory.has(id)) return 'shared-directory';
    // What else no member of staff needs is best left to Rollup, which sees the pages that share it.
    if (!reach.staff.has(id)) return undefined;
    if (DESIGN_SYSTEM.test(id)) return 'design-system';
    const side = reach.sides.find((one) => one.modules.has(id));
    if (side) return `shared-${side.name}`;
    if (reach.later.has(id)) return 'shared-later';
    return 'staff';
  };
}

function reachIn({getModuleIds, getModuleInfo}: Modules): Reach {
  const all = [...getModuleIds()];
  const modulesOf = (files: string[]) => all.filter((id) => files.includes(/\/app\/([^?]+)/.exec(id)?.[1] ?? ''));
  /** These, and everything that they need. */
  const from = (starts: string[], withLater = false): Set<string> => {
    const reached = new Set(starts);
    // A set is gone through to its end, also when it grows meanwhile.
    for (const id of reached) {
      const {importedIds = [], dynamicallyImportedIds = []} = getModuleInfo(id) ?? {};
      for (const next of withLater ? [...importedIds, ...dynamicallyImportedIds] : importedIds) reached.add(next);
    }
    return reached;
  };
  const onEach = pagesOf(null).map((page) => from(modulesOf([page])));
  const open = [null, ...frames].filter((frame) => frame !== STAFF_SIDE);
  return {
    framework: from(all.filter((id) => FRAMEWORK.test(id))),
    everywhere: from(modulesOf(EVERYWHERE)),
    staff: from(modulesOf(pagesOf(STAFF_SIDE))),
    sides: open.map((frame) => ({
      name: frame?.split('/').at(-2) ?? 'directory',
      modules: from(modulesOf(pagesOf(frame))),
    })),
    directory: new Set(all.filter((id) => onEach.filter((page) => page.has(id)).length > 1)),
    later: from(modulesOf(open.flatMap(pagesOf)), true),
  };
}
