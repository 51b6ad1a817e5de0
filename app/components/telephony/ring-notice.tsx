import {useCallback, useEffect, useRef, useState, type ReactNode} from 'react';
import {RingContext, type TakeNumber} from './ring-context.ts';
import {useRing, type RingView} from './use-ring.ts';

/** No letter, so it never gets into what is being typed; no Alt, so it is no key of the browser's menus. */
const KEY = 'F8';

interface RingNoticeProps {
  /** Whose telephone. Null for whoever has linked none. */
  staffId: string | null;
  children: ReactNode;
}

/**
 * Says quietly what rings at one's own telephone. It takes no focus and changes no field: the number goes into the open
 * call, or into a new one, only when the key or the button is pressed.
 */
export function RingNotice({staffId, children}: RingNoticeProps) {
  const ring = useRing(staffId);
  const [takers, setTakers] = useState<readonly (() => TakeNumber)[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const add = useCallback((read: () => TakeNumber) => {
    setTakers((before) => [...before, read]);
    return () => setTakers((before) => before.filter((one) => one !== read));
  }, []);
  const shown = ring && ring.id !== done ? ring : null;
  const take = useCallback(() => {
    if (!shown) return;
    setDone(shown.id);
    const number = shown.caller;
    if (number && takers.some((read) => read()(number))) {
      const body = new URLSearchParams({act: 'note', ring: shown.id});
      void fetch('/desk/ring', {method: 'POST', body}).catch(() => {});
    } else {
      form.current?.submit();
    }
  }, [shown, takers]);

  useEffect(() => {
    if (!shown) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      take();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [shown, take]);

  return (
    <RingContext.Provider value={add}>
      {staffId && (
        // Always there, so that what appears in it is read out.
        <div className="ring-notice" role="status">
          {shown && (
            <>
              <span>{inWords(shown)}</span>
              <form
                ref={form}
                method="post"
                action="/desk/ring"
                // A call that is open stays open.
                target={takers.length > 0 ? '_blank' : undefined}
                onSubmit={(event) => {
                  event.preventDefault();
                  take();
                }}
              >
                <input type="hidden" name="act" value="take" />
                <input type="hidden" name="ring" value={shown.id} />
                {/* The ring itself is the number of the form: pressed twice, it is one call. */}
                <input type="hidden" name="submission" value={shown.id} />
                <button type="submit" className="ring-notice__take" aria-keyshortcuts={KEY}>
                  {takers.length > 0 && shown.caller ? 'Put the number in the call' : 'Take this call'} <kbd>{KEY}</kbd>
                </button>
              </form>
              <button type="button" className="ring-notice__away" onClick={() => setDone(shown.id)}>
                Not now
              </button>
            </>
          )}
        </div>
      )}
      {children}
    </RingContext.Provider>
  );
}

/** 'Ringing: 07700 900123. Two people have this number.' */
function inWords({caller, state, people}: RingView): string {
  const what = `${state === 'ringing' ? 'Ringing' : 'On the line'}: ${caller ?? 'number withheld'}.`;
  if (!caller) return what;
  if (people === 0) return `${what} Nobody we know has this number.`;
  return people === 1 ? `${what} One person has this number.` : `${what} ${people} people have this number.`;
}
