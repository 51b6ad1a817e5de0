/** What the parts of a draft share, be it of a call or of a plan: the keeper of what is typed, and what has to be put right. */
import {createContext, useContext, useSyncExternalStore, type ReactNode} from 'react';
import type {Conflict, DraftKeeper, KeeperState} from './draft-keeper.ts';

interface Shared {
  keeper: DraftKeeper;
  problems: Partial<Record<string, string>>;
}

const DraftContext = createContext<Shared | null>(null);

export function DraftProvider({children, ...shared}: Shared & {children: ReactNode}) {
  return <DraftContext.Provider value={shared}>{children}</DraftContext.Provider>;
}

export function useDraftParts(): Shared {
  const shared = useContext(DraftContext);
  if (!shared) throw new Error('A part of a draft stands outside of one');
  return shared;
}

/** What stands in a field, as it changes. For choices and lists; what is typed freely keeps itself. */
export function useValue(name: string): string {
  const {keeper} = useDraftParts();
  const read = () => keeper.value(name);
  return useSyncExternalStore(keeper.subscribe, read, read);
}

export function useConflict(name: string): Conflict | undefined {
  const {keeper} = useDraftParts();
  const read = () => keeper.conflictIn(name);
  return useSyncExternalStore(keeper.subscribe, read, read);
}

export function useKeeperState(): KeeperState {
  const {keeper} = useDraftParts();
  return useSyncExternalStore(keeper.subscribe, keeper.stateNow, keeper.stateNow);
}

export const useProblem = (name: string): string | undefined => useDraftParts().problems[name];
