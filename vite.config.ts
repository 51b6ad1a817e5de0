import {vitePlugin as remix} from '@remix-run/dev';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {defineConfig, type Plugin} from 'vite';
import remixConfig from './remix.config.js';
import {chunksByNeed} from './vite.chunks.config.ts';

export default defineConfig(({isSsrBuild: isServerBuild}) => ({
  // The plugin belongs to the site; tests read single files and have no use for it.
  plugins: process.env.VITEST ? [] : [remix(remixConfig), settledRemix(), publicManifest()],
  css: {
    preprocessorOptions: {
      // Notices about the insides of nhsuk-frontend are for its makers.
      scss: {quietDeps: true, loadPaths: ['node_modules'], silenceDeprecations: ['import']},
    },
  },
  optimizeDeps: {
    // Named, so that the first page in development is not reloaded when they are discovered.
    include: ['nhsuk-react-components', 'leaflet'],
    // Reached only by what loaders import, which the browser never gets. Some are made for Node and stop the search for
    // what there is to prepare: there is nothing in them that a browser could run.
    exclude: ['@node-rs/argon2', 'nodemailer', 'notifications-node-client', 'pino', 'postgres'],
  },
  // Some 150 small files, which Node would otherwise find and read one by one at every start.
  ssr: {noExternal: ['nhsuk-react-components']},
  build: {
    // The content policy lets nothing but images come from data: addresses.
    assetsInlineLimit: 0,
    target: 'es2022',
    // Packing every file only to say how small it got takes a second.
    reportCompressedSize: false,
    // One file for what never changes between releases, one for what every page of ours needs, one for the staff side: fewer
    // requests than Rollup's many small shared parts, and together they compress better.
    rollupOptions: {output: {manualChunks: isServerBuild ? undefined : chunksByNeed()}},
  },
}));

/**
 * Tells the browser build what remix.config.js has settled, so that Remix's code for the other way of doing things is
 * left out: 5 kB less to fetch (gzip). Remix itself only asks in the browser, too late to leave anything out.
 */
function settledRemix(): Plugin {
  const settled: [RegExp, string][] = [
    [/(window\.__remixContext\.)?\bfuture\.v3_singleFetch\b/g, 'true'],
    [/\btypeof singleFetch === "function"/g, 'true'],
    [/window\.__remixContext\.isSpaMode\b/g, 'false'],
    [/\bif \(isSpaMode\)/g, 'if (false)'],
    [/(?<!function )\bisFogOfWarEnabled\(future, isSpaMode\)/g, 'false'],
    // A browser build never makes the first page.
    [/!isStatic\b/g, 'true'],
    [/\bstaticContext \?/g, 'false ?'],
    // Every page is made on the server first, so there is nothing to show before it.
    [/\? RemixRootDefaultHydrateFallback :/g, '? undefined :'],
    // Nothing arrives after its page, and no page fetches another in advance.
    [/\btypeof __remixContext === "object" && __remixContext\.a\b/g, 'false'],
    [/\bisPageLinkDescriptor\(link\) \?/g, 'false ?'],
    // A name for the developer tools alone keeps three components that no page here uses.
    [/^(NavLink|Link|Form)\.displayName = .*$/gm, ''],
  ];
  return {
    name: 'settled-remix',
    apply: (_config, {command, isSsrBuild}) => command === 'build' && !isSsrBuild,
    transform(code, id) {
      if (!id.includes('/@remix-run/react/dist/esm/')) return null;
      return {code: settled.reduce((before, [what, how]) => before.replace(what, how), code), map: null};
    },
  };
}

/**
 * Beside Remix's list of all pages, shorter ones for public pages: for those of the directory one that leaves out the staff side
 * and what stands in another frame, so that what is built there costs them nothing; and one for the pages that ask for a link
 * worker. app/entry.server.tsx chooses between them; docs/decisions/0011 says why.
 */
function publicManifest(): Plugin {
  const folder = join(import.meta.dirname, remixConfig.buildDirectory ?? 'build', 'client/assets');
  return {
    name: 'public-manifest',
    // Remix writes its list in the second build, that of the server.
    apply: (_config, {command, isSsrBuild}) => command === 'build' && Boolean(isSsrBuild),
    writeBundle() {
      const file = readdirSync(folder).find((name) => /^manifest-\w+\.js$/.test(name));
      if (!file) throw new Error(`There is no list of all pages in ${folder}`);
      const [start = '', list = ''] = readFileSync(join(folder, file), 'utf8').split(/(?<=^window\.__remixManifest=)/);
      const manifest = JSON.parse(list.replace(/;$/, '')) as {routes: Record<string, {id: string; parentId?: string}>};
      const all = Object.entries(manifest.routes);
      const frameOf = ([id, {parentId}]: (typeof all)[number]) =>
        /\/(\w+-side)\//.exec(`/${id}/ /${parentId}/`)?.[1] ?? 'public';
      for (const side of ['public', 'refer-side']) {
        const routes = all.filter((route) => ['public', side].includes(frameOf(route)));
        if (routes.length === all.length) throw new Error('The list of all pages has no staff side to leave out');
        const shorter = JSON.stringify({...manifest, routes: Object.fromEntries(routes)});
        writeFileSync(join(folder, `${side}-${file}`), `${start}${shorter};`);
      }
    },
  };
}
