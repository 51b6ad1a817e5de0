/** Run by vitest before the first test of each project that needs an engine. The projects share one pair of engines. */
import type {TestProject} from 'vitest/node';
import {runEngines, type TestEngines} from './run-engines.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    engines: TestEngines;
  }
}

/** Each project reads this file anew, so what they share lies outside it. */
const shared = globalThis as {testEngines?: ReturnType<typeof runEngines>};

export default async function startEngines(project: TestProject) {
  const {databaseUrl, meili, stop} = await (shared.testEngines ??= runEngines());
  project.provide('engines', {databaseUrl, meili});
  // All projects end together: whichever is first stops them for all.
  return async () => {
    if (!shared.testEngines) return;
    shared.testEngines = undefined;
    await stop();
  };
}
