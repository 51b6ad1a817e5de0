import {useId, useState, type KeyboardEvent} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {useKeptInStep} from './use-kept-in-step.ts';
import {useSuggestions, type Suggested} from './use-suggestions.ts';

/**
 * The box for what is wanted, with suggestions while typing (the combobox pattern of ARIA 1.2). Without scripts it is a
 * plain text box.
 */
export function WhatBox({label, words, hint}: {label: string; words: string; hint: string | null}) {
  const {searchBox} = useText();
  const id = useId();
  const input = useKeptInStep<HTMLInputElement>(words);
  const {suggestions, ask, clear} = useSuggestions();
  const [active, setActive] = useState(-1);
  const isOpen = suggestions !== null && suggestions.length > 0;
  const optionId = (index: number) => `${id}option-${index}`;

  const close = () => {
    clear();
    setActive(-1);
  };

  const choose = ({kind, label: chosen, href}: Suggested) => {
    close();
    if (kind === 'listing' && href) {
      location.assign(href);
    } else if (input.current) {
      input.current.value = chosen;
      input.current.focus();
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = suggestions?.[active];
    if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter' && isOpen && chosen) choose(chosen);
    else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      // One place more than there are options: the box itself, with what was typed.
      const places = suggestions.length + 1;
      const next = ((active + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1;
      setActive(next);
      // A long list is taller than its room, and the page at 400 % than the screen.
      document.getElementById(optionId(next))?.scrollIntoView({block: 'nearest'});
    } else return;
    event.preventDefault();
  };

  return (
    <div className="combobox">
      <label className="search-box__label" htmlFor="q">
        {label}
      </label>
      {hint && (
        <span className="search-box__hint" id="what-hint">
          {hint}
        </span>
      )}
      <input
        ref={input}
        className="nhsuk-input"
        id="q"
        name="q"
        type="text"
        defaultValue={words}
        maxLength={200}
        autoComplete="off"
        aria-describedby={hint ? 'what-hint' : undefined}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}list`}
        aria-activedescendant={isOpen && active >= 0 ? optionId(active) : undefined}
        onChange={(event) => {
          setActive(-1);
          ask(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <ul
        className="combobox__list"
        id={`${id}list`}
        role="listbox"
        aria-label={searchBox.suggestions}
        hidden={!isOpen}
      >
        {suggestions?.map((suggestion, index) => (
          // The box keeps the focus and hears the keys; a pointer only needs the press.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${suggestion.kind}${suggestion.label}`}
            id={optionId(index)}
            className="combobox__option"
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            {suggestion.kind === 'listing' ? searchBox.goTo(suggestion.label) : suggestion.label}
          </li>
        ))}
      </ul>
      <p className="nhsuk-u-visually-hidden" role="status">
        {suggestions && (isOpen ? searchBox.suggestionCount(suggestions.length) : searchBox.noSuggestions)}
      </p>
    </div>
  );
}
