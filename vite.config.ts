import {vitePlugin as remix} from '@remix-run/dev';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {defineConfig, type Plugin} from 'vite';
import remixConfig from './remix.config.js';

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
    // One file for what never changes between releases, one for what every page of ours needs: fewer requests than
    // Rollup's many small shared parts, and together they compress better.
    rollupOptions: {output: {manualChunks: isServerBuild ? undefined : sharedFiles}},
  },
}));

function sharedFiles(id: string): string | undefined {
  if (/\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|turbo-stream|@remix-run)\//.test(id)) {
    return 'framework';
  }
  if (id.includes('vite/preload-helper')) return 'framework';
  // A staff page is sent the list of all pages with their files, so these share a few files rather than many small ones.
  if (/\/node_modules\/(nhsuk-react-components|classnames|tslib)\//.test(id)) return 'design-system';
  if (
    /\/app\/(components|domain)\/(access|admin|audit|calendar|calls|caseload|cases|cover|desk|discharge|drafts|figures|guides|lead|letters|live|mdt|measures|onward|plans|people|records|referrals|second-level|staff|team|telephony|visits|wallboard)\//.test(
      id,
    )
  )
    return 'staff';
  // Most who come to any page go on to the results, and in one file with the rest their parts take less room.
  if (/\/app\/routes\/search\/(?!route\.|.*(\.server|\.test|map[^/]*)\.)[\w-]+\.tsx?$/.test(id)) return 'site';
  if (/\/app\/routes\/(admin|caseload|desk|mdt|people|records|sign-in)[^/]*\/(?!route\.)[^?]*$/.test(id))
    return 'staff';
  const isEverywhere =
    /\/app\/(i18n\/(en-core|en\/(card|search|search-box|shell)|plural|locales|partial-text|text-context|catalogue\.client)\b)/.test(
      id,
    ) || /\/app\/(http\/[\w-]+|components\/(search|shell|shortlist|results)\/[\w-]+)\.tsx?$/.test(id);
  return isEverywhere ? 'site' : undefined;
}

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
 * Beside Remix's list of all pages, a shorter one for public pages that leaves out the staff side and the forms that ask for a link
 * worker, so that what is built there costs them nothing. app/entry.server.tsx chooses between the two; docs/decisions/0011 says why.
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
      const apart = ['routes/staff-side/route', 'routes/refer-side/route'];
      const routes = all.filter(([id, {parentId}]) => !apart.includes(id) && !apart.includes(parentId ?? ''));
      if (routes.length === all.length) throw new Error('The list of all pages has no staff side to leave out');
      const shorter = JSON.stringify({...manifest, routes: Object.fromEntries(routes)});
      writeFileSync(join(folder, `public-${file}`), `${start}${shorter};`);
    },
  };
}
