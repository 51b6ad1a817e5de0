/** Run once by vitest before the first test that needs an engine. */
import type {TestProject} from 'vitest/node';
import {runEngines, type TestEngines} from './run-engines.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    engines: TestEngines;
  }
}

export default async function startEngines(project: TestProject) {
  const {databaseUrl, meili, stop} = await runEngines();
  project.provide('engines', {databaseUrl, meili});
  return stop;
}
