import {vitePlugin as remix} from '@remix-run/dev';
import {defineConfig} from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  // The plugin belongs to the site; tests read single files and have no use for it.
  plugins: [!process.env.VITEST && remix(remixConfig)],
  css: {
    preprocessorOptions: {
      // Notices about the insides of nhsuk-frontend are for its makers.
      scss: {quietDeps: true, loadPaths: ['node_modules'], silenceDeprecations: ['import']},
    },
  },
  optimizeDeps: {
    // Named, so that the first page in development is not reloaded when they are discovered.
    include: ['nhsuk-react-components', 'leaflet'],
  },
  build: {
    // Images and small pictures stay files: the content policy allows no data: addresses but for images.
    assetsInlineLimit: 0,
    target: 'es2020',
  },
});
