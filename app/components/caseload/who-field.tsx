import {TextInput} from 'nhsuk-react-components';
import {useEffect, useRef, useState} from 'react';

/** Somebody of the records, in the few words by which they are chosen. */
export interface FoundWho {
  id: string;
  name: string;
  facts: string;
}

interface WhoFieldProps {
  typed: Record<string, string>;
  problem: string | undefined;
  /** Whether the viewer may look for people; else it is said in words alone. */
  canFind: boolean;
}

/** Whoever types needs to stop for so long before anybody is looked for. */
const PAUSE_MS = 400;
const LEAST_LETTERS = 3;

/**
 * Whom a concern is about: in words, which are enough. Whoever is found in the records while they are typed is chosen with one
 * press; changed words choose nobody any more.
 */
export function WhoField({typed, problem, canFind}: WhoFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [found, setFound] = useState<FoundWho[]>([]);
  const [chosen, setChosen] = useState(typed.personId ?? '');

  useEffect(() => {
    setFound([]);
    if (!canFind || words.trim().length < LEAST_LETTERS) return undefined;
    const asked = new AbortController();
    const timer = window.setTimeout(() => void lookFor(words, asked.signal).then(setFound), PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      asked.abort();
    };
  }, [canFind, words]);

  const choose = (who: FoundWho) => {
    field.current!.value = `${who.name}, ${who.facts}`;
    setChosen(who.id);
    setWords('');
    field.current!.focus();
  };
  return (
    <>
      <TextInput
        id="about"
        name="about"
        ref={field}
        label="Who is it about?"
        hint={
          canFind
            ? 'A name, birth date or reference finds who is in the records. Else say what you know.'
            : 'Say what you know: a name, where they live, how you know of them.'
        }
        defaultValue={typed.about ?? ''}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => {
          setChosen('');
          setWords((event.target as HTMLInputElement).value);
        }}
      />
      <input type="hidden" name="personId" value={chosen} readOnly autoComplete="off" />
      <p role="status" className={chosen !== '' ? undefined : 'nhsuk-u-visually-hidden'}>
        {chosen !== '' ? 'Chosen from the records.' : found.length > 0 ? `${found.length} found. They are below.` : ''}
      </p>
      {found.length > 0 && (
        <ul className="who-found" role="list" aria-label="Found in the records">
          {found.map((who) => (
            <li key={who.id}>
              <button type="button" onClick={() => choose(who)}>
                {who.name} <span className="who-found__facts">{who.facts}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Nobody where there is no answer: the words are enough. */
async function lookFor(words: string, signal: AbortSignal): Promise<FoundWho[]> {
  try {
    const answer = await fetch('/concern/who', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({words}),
      signal,
    });
    return answer.ok ? ((await answer.json()) as {people: FoundWho[]}).people : [];
  } catch {
    return [];
  }
}
