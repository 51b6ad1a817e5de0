import {useState, type KeyboardEvent, type ReactNode} from 'react';

export interface Pick {
  key: string;
  label: string;
  detail?: ReactNode;
}

interface PickBoxProps {
  id: string;
  label: string;
  hint?: string;
  words: string;
  onWords(words: string): void;
  /** What can be picked for these words, the likeliest first. */
  options: Pick[];
  onPick(key: string): void;
  /** Said where nothing is found. */
  nothing?: string;
  inputMode?: 'text' | 'search';
  name?: string;
}

/** A box to type in, with what it may mean below: the arrows go through it and Enter picks, as in every such box. */
export function PickBox(props: PickBoxProps) {
  const {id, label, hint, words, onWords, options, onPick, nothing, name} = props;
  const [at, setAt] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const isListed = isOpen && options.length > 0;
  const active = Math.min(at, options.length - 1);
  const pick = (option: Pick | undefined) => {
    if (!option) return;
    setIsOpen(false);
    setAt(0);
    onPick(option.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step && options.length > 0) {
      event.preventDefault();
      setIsOpen(true);
      setAt(isListed ? (active + step + options.length) % options.length : 0);
    } else if (event.key === 'Enter') {
      // Enter in the box never sends the whole call.
      event.preventDefault();
      if (isListed) pick(options[active]);
    } else if (event.key === 'Escape' && isListed) {
      event.stopPropagation();
      setIsOpen(false);
    }
  };
  return (
    <div className="pick-box field needs-script">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        className="field__box"
        role="combobox"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${id}-${active}` : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          onWords(event.target.value);
          setIsOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <ul id={`${id}-list`} className="pick-box__list" role="listbox" aria-label={label} hidden={!isListed}>
        {options.map((option, place) => (
          // The keys are those of the box itself, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={option.key}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            tabIndex={-1}
            className={place === active ? 'pick-box__option pick-box__option--active' : 'pick-box__option'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <span className="pick-box__label">{option.label}</span>
            {option.detail && <span className="pick-box__detail">{option.detail}</span>}
          </li>
        ))}
      </ul>
      <p className="pick-box__status" role="status">
        {isOpen &&
          words.trim() !== '' &&
          (options.length === 0 ? (nothing ?? 'Nothing found') : counted(options.length))}
      </p>
    </div>
  );
}

const counted = (count: number) => (count === 1 ? '1 found: press Enter' : `${count} found: arrows and Enter`);

/** Options whose words begin with what was typed, before those that have it somewhere. */
export function matching(options: Pick[], words: string, most = 7): Pick[] {
  const typed = words.trim().toLowerCase();
  if (!typed) return [];
  const starts = (label: string) => label.toLowerCase().startsWith(typed);
  const has = (label: string) => label.toLowerCase().includes(typed);
  const begins = options.filter(({label}) => starts(label));
  return [...begins, ...options.filter(({label}) => !starts(label) && has(label))].slice(0, most);
}
