import type {ReactNode} from 'react';
import {useText} from '../../i18n/text-context.tsx';
import {useKeptInStep} from './use-kept-in-step.ts';
import {WhatBox} from './what-box.tsx';

interface SearchBoxProps {
  what?: string;
  where?: string;
  /** On the home page the boxes are the page, and say more. */
  isLarge?: boolean;
  /** What stands between the place's label and its box when the place was not understood. */
  whereProblem?: ReactNode;
}

/** The two boxes and the button. The form around them is the page's. */
export function SearchBox({what = '', where = '', isLarge = false, whereProblem}: SearchBoxProps) {
  const {searchBox} = useText();
  const place = useKeptInStep<HTMLInputElement>(where);
  const hints = ['where-hint', whereProblem ? 'where-problem' : ''].filter(Boolean).join(' ');
  return (
    <div className={`search-box${isLarge ? ' search-box--large' : ''}`}>
      <div className="search-box__what">
        <WhatBox
          label={isLarge ? searchBox.what : searchBox.whatShort}
          words={what}
          hint={isLarge ? searchBox.whatHint : null}
        />
      </div>
      <div className="search-box__where">
        <label className="search-box__label" htmlFor="near">
          {searchBox.where}
        </label>
        <span className="search-box__hint" id="where-hint">
          {isLarge ? `${searchBox.whereHint}, ${searchBox.optional}` : searchBox.whereHintShort}
        </span>
        {whereProblem && <div id="where-problem">{whereProblem}</div>}
        <input
          ref={place}
          className={`nhsuk-input${whereProblem ? ' nhsuk-input--error' : ''}`}
          id="near"
          name="near"
          type="text"
          defaultValue={where}
          maxLength={80}
          autoComplete="postal-code"
          spellCheck={false}
          aria-describedby={hints}
          aria-invalid={whereProblem ? true : undefined}
        />
      </div>
      <button className="button search-box__submit" type="submit">
        {searchBox.submit}
      </button>
    </div>
  );
}
