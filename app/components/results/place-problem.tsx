interface PlaceProblemProps {
  says: string;
  /** Stands before the places that may have been meant. */
  ask: string;
  didYouMean: {label: string; href: string}[];
}

/** Beside the box for the place, when it means nothing to us. */
export function PlaceProblem({says, ask, didYouMean}: PlaceProblemProps) {
  return (
    <>
      <p className="place-problem">{says}</p>
      {didYouMean.length > 0 && (
        <p className="place-problem__ideas">
          {ask}{' '}
          {didYouMean.map(({label, href}) => (
            <a key={href} className="place-problem__idea" href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
