/**
 * Options of the Remix Vite plugin. Remix's own guide expects no such file once Vite builds the site; it stands here,
 * apart from vite.config.ts, so that what is Remix and what is Vite can be read, and later replaced, each on its own.
 * Only keys the plugin knows belong here.
 *
 * @type {NonNullable<Parameters<typeof import('@remix-run/dev').vitePlugin>[0]>}
 */
export default {
  appDirectory: 'app',
  // `npm run build` makes the pages beside those that are served, and moves them in when they are whole.
  buildDirectory: process.env.BUILD_FOLDER || 'build',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // The list of addresses is short; asking the server for it link by link would cost more than it saves.
    v3_lazyRouteDiscovery: false,
    unstable_optimizeDeps: true,
  },
};
