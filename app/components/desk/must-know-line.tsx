import {mustKnow} from './must-know.ts';
import type {PersonView} from './person-view.ts';

/**
 * On a screen too narrow for the person's part to stand beside the ending: what must be known of them in a line or two that
 * stay in view, and lead to the whole. How many there are stands first, as the last may not fit.
 */
export function MustKnowLine({person}: {person: PersonView | null}) {
  const known = person ? mustKnow(person) : [];
  if (known.length === 0) return null;
  return (
    <a
      className="must-know"
      href="#part-person"
      onClick={(event) => {
        event.preventDefault();
        const part = document.getElementById('part-person');
        // From its beginning: it may be higher than the screen.
        part?.focus({preventScroll: true});
        part?.scrollIntoView({block: 'start'});
      }}
    >
      <span className="must-know__words">
        <strong>{known.length === 1 ? '1 thing to know' : `${known.length} things to know`}:</strong> {known.join('; ')}
      </span>
    </a>
  );
}
