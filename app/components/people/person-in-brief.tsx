import type {PersonWords} from './person-words.ts';

interface PersonInBriefProps extends Pick<PersonWords, 'name' | 'born'> {
  reference: string;
  outcode: string | null;
}

/** By what one sees that it is the right person, before their record is open. */
export function PersonInBrief({name, born, reference, outcode}: PersonInBriefProps) {
  return (
    <>
      <p className="found-person__name">
        <strong>{name}</strong>
      </p>
      <p className="found-person__facts">
        <span>{born}</span>
        {outcode && <span>{outcode}</span>}
        <span className="found-person__reference">{reference}</span>
      </p>
    </>
  );
}
