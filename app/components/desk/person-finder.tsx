import {useEffect, useRef, useState, type FocusEvent} from 'react';
import type {FoundView} from '../people/person-words.ts';
import {useCall} from './call-context.tsx';
import type {FormAnswer} from './call-types.ts';
import {PickBox, type Pick} from './pick-box.tsx';

interface PersonFinderProps {
  /** What a form without scripts found. */
  found: FormAnswer['found'];
  onChoose(id: string): void;
  onWrite(words: string): void;
}

const WAIT_MS = 350;
const WRITE = 'write';

/** Finds somebody while their name, birth date, number or postcode is typed. Shows only enough to know the right one. */
export function PersonFinder({found, onChoose, onWrite}: PersonFinderProps) {
  const {keeper, link} = useCall();
  const [words, setWords] = useState(found?.words ?? '');
  const [people, setPeople] = useState<FoundView[]>(found?.people ?? []);
  const [says, setSays] = useState('');
  /** The words that have been answered: until then nobody is offered to be written down, who may be here. */
  const [answered, setAnswered] = useState('');
  const newest = useRef<AbortController | null>(null);

  useEffect(() => () => newest.current?.abort(), []);
  useEffect(() => {
    const typed = words.trim();
    if (typed.length < 3) return;
    const timer = window.setTimeout(() => {
      newest.current?.abort();
      const mine = new AbortController();
      newest.current = mine;
      void link.person({act: 'find', words: typed}, mine.signal).then((answer) => {
        if (mine.signal.aborted) return;
        setAnswered(typed);
        if (answer.kind !== 'said') return setSays('Nobody can be looked up just now');
        if (!answer.said.ok) return setSays('You have searched very often. Wait a moment');
        setPeople(answer.said.people ?? []);
        const total = answer.said.total ?? 0;
        const shown = answer.said.people?.length ?? 0;
        setSays(total > shown ? `${total} people: add a birth date or a postcode` : '');
      });
    }, WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [words, link]);

  const options: Pick[] = [
    ...people.map((person) => ({
      key: person.id,
      label: person.name,
      detail: (
        <>
          {[person.born, person.outcode, person.reference].filter(Boolean).join(' · ')}
          {person.hasAlert && <strong className="alert-mark"> Alert</strong>}
          {person.isDeceased && ' · has died'}
        </>
      ),
    })),
    ...(words.trim() !== '' && words.trim() === answered
      ? [{key: WRITE, label: 'Write down somebody new', detail: words.trim()}]
      : []),
  ];
  const callerAsPerson = (event: FocusEvent<HTMLElement>) => {
    const name = keeper.value('callerName');
    if (words !== '' || !name || keeper.value('callerKind') !== 'person') return;
    const field = event.target;
    setWords(name);
    // Selected, so that whoever types another name puts it in its place; not once they have gone on, as selecting it would
    // bring them back.
    requestAnimationFrame(() => {
      if (field instanceof HTMLInputElement && field === document.activeElement) field.select();
    });
  };
  return (
    <div onFocus={callerAsPerson}>
      <PickBox
        id="personWords"
        label="Find them"
        hint="Name, birth date, NHS number, telephone or postcode"
        words={words}
        onWords={(typed) => {
          setWords(typed);
          if (typed.trim().length < 3) setPeople([]);
        }}
        options={options}
        onPick={(key) => (key === WRITE ? onWrite(words.trim()) : onChoose(key))}
      />
      {says && (
        <p className="field__hint" role="status">
          {says}
        </p>
      )}
      <noscript>
        <div className="field">
          <label className="field__label" htmlFor="personWordsPlain">
            Find them
          </label>
          <input
            className="field__box"
            id="personWordsPlain"
            name="personWords"
            defaultValue={found?.words}
            autoComplete="off"
          />
          <button type="submit" name="act" value="find" className="quiet-button">
            Find
          </button>
          {found && (
            <ul role="list">
              {found.people.map((person) => (
                <li key={person.id}>
                  <button type="submit" name="act" value={`choose:${person.id}`} className="link-button">
                    {person.name}, {person.born}, {person.reference}
                  </button>
                </li>
              ))}
              {found.people.length === 0 && <li>Nobody was found</li>}
            </ul>
          )}
        </div>
      </noscript>
    </div>
  );
}
