import {useText} from '../../i18n/text-context.tsx';

/** Beside the box for the place, when it means nothing to us. */
export function PlaceProblem({asked, didYouMean}: {asked: string; didYouMean: {label: string; href: string}[]}) {
  const {search} = useText();
  return (
    <>
      <p className="place-problem">
        {search.unknownPlace(asked)} {search.unknownPlaceAdvice}
      </p>
      {didYouMean.length > 0 && (
        <p className="place-problem__ideas">
          {search.didYouMean}{' '}
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
