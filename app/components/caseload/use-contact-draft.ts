import {useEffect, useRef, useState, type RefObject} from 'react';

const PAUSE_MS = 1200;

/**
 * Keeps what is typed into a form on the server, a moment after each pause, for whoever types it alone. Words to show beside
 * the form; without scripts the form is sent as any other.
 */
export function useContactDraft(form: RefObject<HTMLFormElement>, path: string): string {
  const [says, setSays] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    let isGone = false;
    const keep = async () => {
      const fields = Object.fromEntries(
        [...new FormData(element).entries()].filter(
          ([name, value]) => typeof value === 'string' && !['submission', 'version', 'act'].includes(name),
        ),
      );
      try {
        const answer = await fetch(path, {
          method: 'POST',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify(fields),
        });
        if (!isGone) setSays(answer.ok ? 'Kept. You can go on later.' : 'Not kept yet: sign in again in another tab.');
      } catch {
        if (!isGone) setSays('No connection. What you typed is still here.');
      }
    };
    const changed = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), PAUSE_MS);
    };
    const sending = () => clearTimeout(timer.current);
    element.addEventListener('input', changed);
    element.addEventListener('submit', sending);
    return () => {
      isGone = true;
      clearTimeout(timer.current);
      element.removeEventListener('input', changed);
      element.removeEventListener('submit', sending);
    };
  }, [form, path]);
  return says;
}
