import {useEffect, useState} from 'react';
import {useText} from '../../i18n/text-context.tsx';

interface FilterOpenerProps {
  chosen: number;
  isOpen: boolean;
  onToggle(): void;
}

/**
 * On a narrow screen the filters wait behind this. Without scripts it is a link to their place on the page, and the
 * styles show them when it is followed.
 */
export function FilterOpener({chosen, isOpen, onToggle}: FilterOpenerProps) {
  const {search} = useText();
  const [canScript, setCanScript] = useState(false);
  useEffect(() => setCanScript(true), []);
  const words = (
    <>
      {search.filters}
      {chosen > 0 && (
        <span className="filters__count">
          <span aria-hidden="true">{chosen}</span>
          <span className="nhsuk-u-visually-hidden">, {search.chosenCount(chosen)}</span>
        </span>
      )}
    </>
  );
  const look = 'button button--quiet filters__opener';
  if (!canScript) {
    return (
      <a className={look} href="#filters">
        {words}
      </a>
    );
  }
  return (
    <button className={look} type="button" aria-expanded={isOpen} aria-controls="filters" onClick={onToggle}>
      {words}
    </button>
  );
}
