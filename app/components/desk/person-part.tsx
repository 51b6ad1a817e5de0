import {useEffect, useRef, useState} from 'react';
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

  // A colleague in the same call has chosen somebody, or somebody else, or nobody. The record is open for them, not for me.
  const heard = useRef(personId);
  const shownId = useRef<string | null>(null);
  shownId.current = chosen?.id ?? null;
  useEffect(() => {
    if (personId === heard.current) return;
    heard.current = personId;
    if (personId === shownId.current) return;
    let isOver = false;
    const show = (seen: PersonView | 'shut' | null) => {
      setPerson(seen);
      onSeen(seen === 'shut' ? null : seen);
    };
    if (personId === null) show(null);
    else
      void link.person({act: 'look', personId}).then((answer) => {
        if (!isOver && answer.kind === 'said' && answer.said.ok) show(answer.said.person ?? 'shut');
      });
    return () => {
      isOver = true;
    };
  }, [link, personId, onSeen]);

  const become = (next: PersonView | 'shut' | null) => {
    setPerson(next);
    setIsWriting(null);
    onChosen(next === 'shut' ? null : next);
    if (next && next !== 'shut') keeper.type('personKnown', 'identified');
  };
  // What is on its way arrives first, so that the server finds in the call all that came from the record.
  const ask = async (what: Record<string, unknown>) => {
    await keeper.flush();
    const answer = await link.person(what);
    const said = answer.kind === 'said' && answer.said.ok ? answer.said : null;
    if (said?.emptied) keeper.receive(said.emptied, () => false);
    return said;
  };
  const choose = async (id: string) => {
    setSays('Opening the record for this call…');
    const said = await ask({act: 'choose', personId: id, submission: crypto.randomUUID()});
    setSays(said ? '' : 'The record could not be opened. Try again');
    if (said) {
      become(said.person ?? null);
      document.getElementById('part-person')?.focus();
    }
  };
  const leave = async () => {
    if (!(await ask({act: 'leave'}))) return setSays('This could not be sent. Try again');
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
