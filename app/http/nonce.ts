import {createContext, useContext} from 'react';

/** The one-time number of this answer. Empty in the browser, which hides it from scripts. */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}
