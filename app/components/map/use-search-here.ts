import {useEffect, useRef, useState} from 'react';
import type {MapView} from './make-map.ts';

export interface Area {
  near: string;
  within: string;
}

interface SearchHereProps {
  query: string;
  view: MapView | null;
  /** The view in the words of a search: undefined until it is known, null where there is no place with a name. */
  area: Area | null | undefined;
  isFollowing: boolean;
  onSearch(area: Area): void;
}

/** While the map is still being moved, a list that follows would only flicker. */
const FOLLOW_AFTER_MS = 600;

/** Offers to search what the map shows, once someone has moved it, or does so by itself when the list is to follow. */
export function useSearchHere({query, view, area, isFollowing, onSearch}: SearchHereProps) {
  const [isOffered, setOffered] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const search = useRef(onSearch);
  const seen = useRef(view);

  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    setOffered(false);
    setWanted(false);
  }, [query]);
  useEffect(() => {
    if (seen.current === view) return;
    seen.current = view;
    if (view?.isMovedByPerson) setOffered(true);
  }, [view]);
  useEffect(() => {
    if (!isOffered || area === undefined || !(isFollowing || isWanted)) return;
    const timer = setTimeout(
      () => {
        setOffered(false);
        setWanted(false);
        if (area) search.current(area);
      },
      isWanted ? 0 : FOLLOW_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [isOffered, isWanted, isFollowing, area]);

  return {
    isOffered: isOffered && !isFollowing && area !== null,
    /** Searches as soon as it is known what the view is called. */
    searchHere: () => setWanted(true),
  };
}
