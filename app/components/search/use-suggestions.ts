import {useCallback, useEffect, useRef, useState} from 'react';

export interface Suggested {
  kind: 'need' | 'listing' | 'type' | 'words';
  label: string;
  /** Of a listing: its page. */
  href?: string;
}

/** Long enough that a fast typist asks once a word, short enough not to be noticed. */
const PAUSE_MS = 120;
const LEAST_LETTERS = 2;

/** Asks for suggestions while a person types. Only the newest question counts: older ones are broken off. */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState<Suggested[] | null>(null);
  const pending = useRef<{timer: ReturnType<typeof setTimeout>; request: AbortController} | null>(null);

  const cancel = useCallback(() => {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    pending.current.request.abort();
    pending.current = null;
  }, []);

  const clear = useCallback(() => {
    cancel();
    setSuggestions(null);
  }, [cancel]);

  const ask = useCallback(
    (words: string) => {
      cancel();
      if (words.trim().length < LEAST_LETTERS) return setSuggestions(null);
      const request = new AbortController();
      const timer = setTimeout(() => {
        fetchSuggestions(words, request.signal).then(setSuggestions, () => {
          // Suggestions are a kindness; a search works without them.
          if (!request.signal.aborted) setSuggestions(null);
        });
      }, PAUSE_MS);
      pending.current = {timer, request};
    },
    [cancel],
  );

  useEffect(() => cancel, [cancel]);
  return {suggestions, ask, clear};
}

async function fetchSuggestions(words: string, signal: AbortSignal): Promise<Suggested[]> {
  const response = await fetch(`/suggest?${new URLSearchParams({q: words})}`, {signal});
  if (!response.ok) throw new Error(`suggestions: ${response.status}`);
  return (await response.json()) as Suggested[];
}
