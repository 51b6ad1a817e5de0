import {useEffect, useState} from 'react';
import {PERSON_KNOWN} from '../../domain/calls/call-choices.ts';
import {useCall} from './call-context.tsx';
import type {FormAnswer} from './call-types.ts';
import {ChoiceField} from './fields.tsx';
import {Part} from './part.tsx';
import {PersonCard, ShutCard} from './person-card.tsx';
import {PersonFinder} from './person-finder.tsx';
import {PersonNew} from './person-new.tsx';
import type {PersonView} from './person-view.ts';

interface PersonPartProps {
  /** Whose record was open when the page was made. */
  person: PersonView | 'shut' | null;
  /** Whom the call is about, as the server last said. */
  personId: string | null;
  found: FormAnswer['found'];
  /** A colleague in this call has chosen somebody: no more follows from it here than what is shown. */
  onSeen(person: PersonView | null): void;
  onChosen(person: PersonView | null): void;
}

const {anonymous, nobody} = PERSON_KNOWN;

/** Whom the call is about: found while typing, written down, or unknown. */
export function PersonPart({person: shown, personId, found, onSeen, onChosen}: PersonPartProps) {
  const {keeper, link} = useCall();
  const [person, setPerson] = useState(shown);
  const [isWriting, setIsWriting] = useState<{words: string} | null>(null);
  const [says, setSays] = useState('');
  const chosen = person === 'shut' || person === null ? null : person;

  // A colleague in the same call has chosen somebody, or somebody else. The record is open for them, not for me.
  const shownId = chosen?.id ?? null;
  useEffect(() => {
    if (personId === null || personId === shownId) return;
    let isOver = false;
    void link.person({act: 'look', personId}).then((answer) => {
      if (isOver || answer.kind !== 'said' || !answer.said.ok) return;
      const seen = answer.said.person ?? 'shut';
      setPerson(seen);
      onSeen(seen === 'shut' ? null : seen);
    });
    return () => {
      isOver = true;
    };
  }, [link, personId, shownId, onSeen]);

  const become = (next: PersonView | 'shut' | null) => {
    setPerson(next);
    setIsWriting(null);
    onChosen(next === 'shut' ? null : next);
    if (next && next !== 'shut') keeper.type('personKnown', 'identified');
  };
  const choose = async (id: string) => {
    setSays('Opening the record for this call…');
    const answer = await link.person({act: 'choose', personId: id, submission: crypto.randomUUID()});
    const isOpen = answer.kind === 'said' && answer.said.ok;
    setSays(isOpen ? '' : 'The record could not be opened. Try again');
    if (isOpen) {
      become(answer.said.ok ? (answer.said.person ?? null) : null);
      document.getElementById('part-person')?.focus();
    }
  };
  const leave = async () => {
    const answer = await link.person({act: 'leave'});
    if (answer.kind !== 'said') return setSays('This could not be sent. Try again');
    keeper.type('personKnown', '');
    become(null);
    document.getElementById('personWords')?.focus();
  };

  return (
    <Part name="person">
      {person === 'shut' && <ShutCard onOpen={() => personId && void choose(personId)} personId={personId} />}
      {chosen && <PersonCard person={chosen} onLeave={() => void leave()} />}
      {!person && (
        <>
          {isWriting ? (
            <PersonNew
              words={isWriting.words}
              onWritten={become}
              onChoose={(id) => void choose(id)}
              onLeave={() => setIsWriting(null)}
            />
          ) : (
            <PersonFinder found={found} onChoose={(id) => void choose(id)} onWrite={(words) => setIsWriting({words})} />
          )}
          <ChoiceField name="personKnown" label="Or the person is not known" options={{anonymous, nobody}} />
        </>
      )}
      <p className="person-status" role="status">
        {says}
      </p>
    </Part>
  );
}
