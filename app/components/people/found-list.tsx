import {Tag} from 'nhsuk-react-components';
import type {ReactNode} from 'react';
import type {FoundView} from './person-words.ts';

interface FoundListProps {
  people: FoundView[];
  /** What leads on from each; a link to the record where nothing is said. */
  action?(person: FoundView): ReactNode;
}

/** People to choose from: enough to know the right one, and nothing more. */
export function FoundList({people, action}: FoundListProps) {
  return (
    <ul className="found-people" role="list">
      {people.map((person) => (
        <li key={person.id} className="found-person">
          <h3 className="found-person__name">
            {action ? person.name : <a href={`/people/${person.id}`}>{person.name}</a>}
          </h3>
          <p className="found-person__facts">
            <span>{person.born}</span>
            {person.outcode && <span>{person.outcode}</span>}
            <span className="found-person__reference">{person.reference}</span>
            <span>Kept by {person.keeper}</span>
          </p>
          {(person.hasAlert || person.isDeceased || person.because) && (
            <p className="found-person__tags">
              {person.hasAlert && <Tag modifier="red">Alert: open the record</Tag>}
              {person.isDeceased && <Tag modifier="grey">Has died</Tag>}
              {person.because && <span>{person.because}</span>}
            </p>
          )}
          {action?.(person)}
        </li>
      ))}
    </ul>
  );
}
