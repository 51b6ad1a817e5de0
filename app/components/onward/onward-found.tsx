export interface FoundView {
  slug: string;
  name: string;
  /** How far, when, what it costs, whether there is room. */
  facts: string;
  /** How they have answered so far; null where too few have. */
  record: string | null;
}

interface OnwardFoundProps {
  here: string;
  q: string;
  found: FoundView[];
  /** What was looked for, in words. */
  says: string;
}

/** Services to pass somebody on to, the best first. */
export function OnwardFound({here, q, found, says}: OnwardFoundProps) {
  return (
    <>
      <p role="status">{found.length === 0 ? 'Nothing was found. Try other words.' : says}</p>
      <ul className="onward-found" role="list">
        {found.map(({slug, name, facts, record}) => (
          <li key={slug}>
            <a href={`${here}?${new URLSearchParams({service: slug, ...(q ? {q} : {})}).toString()}`}>{name}</a>
            <p>{facts}</p>
            {record && <p>{record}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
