import {useNavigate, useSearchParams} from '@remix-run/react';
import type {ResultsView} from './results-view.ts';

/** What an address need not say. */
const USUAL_WITHIN = '5';

/** What the map asks of the search: to look where the map looks, and whether to go on doing so. Both stand in the address. */
export function useMapSearch({mapQuery, view}: Pick<ResultsView, 'mapQuery' | 'view'>) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const isFollowing = params.get('follow') === '1';
  const go = (next: URLSearchParams, replace: boolean) =>
    navigate({pathname: '/search', search: next.toString()}, {preventScrollReset: true, replace});
  return {
    isFollowing,
    follow(shallFollow: boolean) {
      const next = new URLSearchParams(params);
      if (shallFollow) next.set('follow', '1');
      else next.delete('follow');
      go(next, true);
    },
    searchArea({near, within}: {near: string; within: string}) {
      // From what was understood, not from what was typed: a place named in the words must not stay there.
      const next = new URLSearchParams(mapQuery);
      next.set('near', near);
      if (within === USUAL_WITHIN) next.delete('within');
      else next.set('within', within);
      if (view === 'map') next.set('view', 'map');
      if (isFollowing) next.set('follow', '1');
      // Each step of a map that is followed would be one more press of Back.
      go(next, isFollowing);
    },
  };
}

/** Whether two addresses differ in nothing but that setting: then nothing new is to be found. */
export function differOnlyInFollowing(one: URL, other: URL): boolean {
  const [a, b] = [one, other].map((url) => {
    const params = new URLSearchParams(url.search);
    params.delete('follow');
    return `${url.pathname}?${params}`;
  });
  return a === b && one.search !== other.search;
}
