/** What the parts of a call share: the keeper of what is typed, what has to be put right, and the way to the server. */
import {createContext, useContext, useSyncExternalStore, type ReactNode} from 'react';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import type {CallLink} from './call-link.ts';
import type {Conflict, DraftKeeper, KeeperState} from './draft-keeper.ts';

interface Shared {
  keeper: DraftKeeper;
  link: CallLink;
  problems: CallProblems;
}

const CallContext = createContext<Shared | null>(null);

export function CallProvider({children, ...shared}: Shared & {children: ReactNode}) {
  return <CallContext.Provider value={shared}>{children}</CallContext.Provider>;
}

export function useCall(): Shared {
  const shared = useContext(CallContext);
  if (!shared) throw new Error('A part of a call stands outside of one');
  return shared;
}

/** What stands in a field, as it changes. For choices and lists; what is typed freely keeps itself (`TextField`). */
export function useValue(name: string): string {
  const {keeper} = useCall();
  const read = () => keeper.value(name);
  return useSyncExternalStore(keeper.subscribe, read, read);
}

export function useConflict(name: string): Conflict | undefined {
  const {keeper} = useCall();
  const read = () => keeper.conflictIn(name);
  return useSyncExternalStore(keeper.subscribe, read, read);
}

export function useKeeperState(): KeeperState {
  const {keeper} = useCall();
  return useSyncExternalStore(keeper.subscribe, keeper.stateNow, keeper.stateNow);
}

export const useProblem = (name: string): string | undefined => useCall().problems[name as keyof CallProblems];
