import {Button} from 'nhsuk-react-components';
import {useCallback, useInsertionEffect, useRef, useState, type ReactNode, type RefObject} from 'react';
import {pressedKey, takesTyping} from './pressed-key.ts';
import {KeysContext, type AddKeys, type PageKeys, type ReadKeys} from './use-keys.ts';

/** Opens the list of keys, on every page that has some. */
const LIST = '?';

interface PageKeysProps {
  areOn: boolean;
  /** What stands around: given the button that opens the list, null where there is nothing to list. */
  children: (button: ReactNode) => ReactNode;
}

/** Listens to single keys for the pages within, and keeps the list of what they do. See use-keys.ts. */
export function ListenToKeys({areOn, children}: PageKeysProps) {
  const [pages, setPages] = useState<readonly ReadKeys[]>([]);
  const list = useRef<HTMLDialogElement>(null);
  const [listed, setListed] = useState<PageKeys>({});
  const add = useCallback<AddKeys>((read) => {
    setPages((before) => [...before, read]);
    return () => setPages((before) => before.filter((one) => one !== read));
  }, []);
  const open = useCallback(() => {
    setListed(keysOf(pages));
    list.current?.showModal();
  }, [pages]);

  // With the page that is seen, not a moment after it: a key pressed as soon as the button is there is meant.
  useInsertionEffect(() => {
    if (!areOn || pages.length === 0) return;
    const press = (event: KeyboardEvent) => {
      const key = pressedKey(event);
      if (key === null || event.defaultPrevented || takesTyping(event.target as HTMLElement)) return;
      if (document.querySelector('dialog[open]')) return;
      const run = key === LIST ? open : keysOf(pages)[key]?.run;
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [areOn, pages, open]);

  const button = areOn && pages.length > 0 && (
    <button type="button" className="staff-keys" onClick={open} aria-keyshortcuts={LIST}>
      Keys
    </button>
  );
  return (
    <KeysContext.Provider value={areOn ? add : null}>
      {children(button || null)}
      <KeyList dialog={list} keys={listed} />
    </KeysContext.Provider>
  );
}

/** All keys of the page; of two for the same key the later one. */
function keysOf(pages: readonly ReadKeys[]): PageKeys {
  return Object.assign({}, ...pages.map((read) => read())) as PageKeys;
}

function KeyList({dialog, keys}: {dialog: RefObject<HTMLDialogElement>; keys: PageKeys}) {
  const rows = [...Object.entries(keys), [LIST, {says: 'Show this list'}] as const];
  return (
    <dialog ref={dialog} className="key-list" aria-labelledby="key-list-heading">
      <h2 id="key-list-heading">Keys of this page</h2>
      <dl className="key-list__keys">
        {rows.map(([key, {says}]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p>
        They do nothing while you type. You can turn them off on <a href="/account#keys">the page of your account</a>.
      </p>
      <Button type="button" secondary onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  );
}
