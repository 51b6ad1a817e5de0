/** What the parts of a call share: those of every draft, and the way to the server. */
import {createContext, useContext, type ReactNode} from 'react';
import type {CallProblems} from '../../domain/calls/read-call.ts';
import {DraftProvider, useDraftParts} from '../drafts/draft-context.tsx';
import type {DraftKeeper} from '../drafts/draft-keeper.ts';
import type {CallLink} from './call-link.ts';

const LinkContext = createContext<CallLink | null>(null);

interface CallProviderProps {
  keeper: DraftKeeper;
  link: CallLink;
  problems: CallProblems;
  children: ReactNode;
}

export function CallProvider({keeper, link, problems, children}: CallProviderProps) {
  return (
    <DraftProvider keeper={keeper} problems={problems}>
      <LinkContext.Provider value={link}>{children}</LinkContext.Provider>
    </DraftProvider>
  );
}

export function useCall(): {keeper: DraftKeeper; link: CallLink; problems: CallProblems} {
  const {keeper, problems} = useDraftParts();
  const link = useContext(LinkContext);
  if (!link) throw new Error('A part of a call stands outside of one');
  return {keeper, link, problems};
}
