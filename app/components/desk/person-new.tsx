import {useEffect, useRef, useState} from 'react';
import type {FoundView} from '../people/person-words.ts';
import {useCall} from './call-context.tsx';
import type {PersonView} from './person-view.ts';

interface PersonNewProps {
  /** What was typed into the box that finds people. */
  words: string;
  onWritten(person: PersonView | 'shut' | null): void;
  onChoose(id: string): void;
  onLeave(): void;
}

const FIELDS = [
  ['givenName', 'Given names'],
  ['familyName', 'Family name'],
  ['birthDate', 'Birth date'],
  ['estimatedAge', 'About how old, if not known'],
  ['phone', 'Telephone'],
  ['postcode', 'Postcode'],
] as const;

/** Somebody who is not here yet. What has been typed already is put in; all of it may be left out. */
export function PersonNew({words, onWritten, onChoose, onLeave}: PersonNewProps) {
  const {keeper, link} = useCall();
  const box = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [likely, setLikely] = useState<FoundView[]>([]);
  const [says, setSays] = useState('');
  const sending = useRef({submission: '', openingSubmission: ''});
  const [first] = useState(() => startOf(words, (name) => keeper.value(name)));
  useEffect(() => {
    sending.current = {submission: crypto.randomUUID(), openingSubmission: crypto.randomUUID()};
    box.current?.querySelector('input')?.focus();
  }, []);

  const write = async (isSure: boolean) => {
    const inputs = box.current?.querySelectorAll('input') ?? [];
    const typed = Object.fromEntries([...inputs].map(({dataset, value}) => [dataset.field ?? '', value]));
    setSays('Writing them down…');
    const answer = await link.person({act: 'write-down', typed, isSure, ...sending.current});
    setSays(answer.kind === 'said' ? '' : 'This could not be sent. Try again: they are written down only once');
    if (answer.kind !== 'said') return;
    const {said} = answer;
    if (said.ok) return onWritten(said.person ?? null);
    if (said.reason === 'problems') setProblems(said.problems);
    if (said.reason === 'likely') {
      setProblems({});
      setLikely(said.likely);
    }
  };
  return (
    <div className="person-new" ref={box}>
      <p className="person-new__title">Somebody new</p>
      <div className="person-new__fields">
        {FIELDS.map(([name, label]) => (
          <div key={name} className={problems[name] ? 'field field--wrong' : 'field'}>
            <label className="field__label" htmlFor={`new-${name}`}>
              {label}
            </label>
            {problems[name] && (
              <p className="field__problem" id={`new-${name}-problem`}>
                {problems[name]}
              </p>
            )}
            <input
              id={`new-${name}`}
              data-field={name}
              className="field__box"
              defaultValue={first[name] ?? ''}
              autoComplete="off"
              aria-describedby={problems[name] ? `new-${name}-problem` : undefined}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                void write(likely.length > 0);
              }}
            />
          </div>
        ))}
      </div>
      {likely.length > 0 && (
        <div className="person-new__likely" role="alert">
          <p>
            <strong>Is it one of these?</strong>
          </p>
          <ul role="list">
            {likely.map((person) => (
              <li key={person.id}>
                <button type="button" className="link-button" onClick={() => onChoose(person.id)}>
                  {person.name}
                </button>
                <span> {[person.born, person.outcode, person.because].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="conflict__ways">
        <button type="button" className="quiet-button" onClick={() => void write(likely.length > 0)}>
          {likely.length > 0 ? 'None of these: write them down' : 'Write them down'}
        </button>
        <button type="button" className="link-button" onClick={onLeave}>
          Back to finding
        </button>
      </div>
      <p role="status">{says}</p>
    </div>
  );
}

/** 'Nell Example 12/3/1950' as the fields it is likely to be. */
function startOf(
  words: string,
  valueOf: (name: string) => string,
): Partial<Record<(typeof FIELDS)[number][0], string>> {
  const birthDate = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.exec(words)?.[0] ?? '';
  const names = words
    .replace(birthDate, ' ')
    .replace(/\S*\d\S*/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const isCaller = valueOf('callerKind') === 'person';
  const near = valueOf('near').trim();
  return {
    givenName: names.length > 1 ? names.slice(0, -1).join(' ') : (names[0] ?? ''),
    familyName: names.length > 1 ? names.at(-1)! : '',
    birthDate,
    phone: isCaller ? valueOf('callerPhone') : '',
    postcode: /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i.test(near) ? near : '',
  };
}
