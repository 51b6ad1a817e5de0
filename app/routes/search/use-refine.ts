import {useNavigate, useNavigation} from '@remix-run/react';
import {useEffect, useRef, useState, type ChangeEvent, type FormEvent, type MouseEvent} from 'react';
import {useText} from '../../i18n/text-context.tsx';

export const SEARCH_FORM = 'search-form';
/** What an empty search has anyway; leaving it out gives the same search one short address. */
const USUAL: Record<string, string> = {within: '5', sort: 'best'};

/**
 * Searches again without leaving the page: when the form is sent, when a filter changes, when a link inside the results
 * leads to another search. The focus stays where it is, and what was found is said aloud.
 */
export function useRefine({id, heading}: {id: string; heading: string}) {
  const {search} = useText();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const isLooking = navigation.state === 'loading' && navigation.location.pathname === '/search';
  const announcement = useAnnouncement(id, heading);
  const focusAfter = useFocusAfter(id);

  const searchAgain = () => {
    const form = document.getElementById(SEARCH_FORM);
    if (!(form instanceof HTMLFormElement)) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value.trim() && USUAL[name] !== value) params.append(name, value.trim());
    }
    // Asked for the words that were there before, not for these.
    if (params.get('exact') !== params.get('q')) params.delete('exact');
    navigate({pathname: '/search', search: params.toString()});
  };

  return {
    isLooking,
    announcement: isLooking ? search.looking : announcement,
    submit(event: FormEvent) {
      event.preventDefault();
      focusAfter('results-heading');
      searchAgain();
    },
    change(event: ChangeEvent<HTMLElement> | FormEvent<HTMLElement>) {
      const {id: changedId} = event.target as HTMLElement;
      focusAfter(changedId);
      searchAgain();
    },
    follow(event: MouseEvent) {
      const link = (event.target as Element).closest?.('a');
      const isPlainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (!link || link.origin !== location.origin || link.pathname !== '/search') return;
      keepFollowing(link);
      if (!isPlainClick || link.dataset.fromTop) return;
      event.preventDefault();
      focusAfter('results-heading');
      navigate({pathname: '/search', search: link.search});
    },
  };
}

/** The links know nothing of the map's setting that the list follows it. */
function keepFollowing(link: HTMLAnchorElement) {
  if (!document.querySelector('input[name=follow]:checked')) return;
  const params = new URLSearchParams(link.search);
  params.set('follow', '1');
  link.search = params.toString();
}

/** What a screen reader is told: nothing for the first page, which it reads anyway, then each new heading. */
function useAnnouncement(id: string, heading: string): string {
  const [said, setSaid] = useState('');
  const known = useRef(id);
  useEffect(() => {
    if (known.current === id) return;
    known.current = id;
    setSaid(heading);
  }, [id, heading]);
  return said;
}

/** Puts the focus on an element once the new results are in, if it was lost. */
function useFocusAfter(resultsId: string) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const element = wanted.current ? document.getElementById(wanted.current) : null;
    wanted.current = null;
    if (!element || element === document.activeElement) return;
    // A box that is no longer chosen may have gone back under 'more'.
    const folded = element.closest('details:not([open])')?.querySelector('summary');
    (folded ?? element).focus({preventScroll: true});
  }, [resultsId]);
  return (elementId: string) => {
    wanted.current = elementId;
  };
}
