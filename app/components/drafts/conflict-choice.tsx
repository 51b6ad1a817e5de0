import {useConflict, useDraftParts} from './draft-context.tsx';

/** Two wrote in one field, or one in two windows: both versions, and what shall stand there. Nothing is lost until somebody has chosen. */
export function ConflictChoice({name, label, id = name}: {name: string; label: string; id?: string}) {
  const {keeper} = useDraftParts();
  const conflict = useConflict(name);
  if (!conflict) return null;
  const mine = keeper.value(name);
  const settle = (value: string) => {
    keeper.settle(name, value);
    document.getElementById(id)?.focus();
  };
  const isList = !/\s/.test(mine) && mine.length < 60;
  return (
    <div className="conflict" role="alert">
      <p className="conflict__title">
        {conflict.isYou
          ? 'You changed this in another window. What you typed here is not lost: it is still above.'
          : `${conflict.byName} changed this while you were typing. Yours is not lost: it is still above.`}
      </p>
      <blockquote className="conflict__theirs">{conflict.value || 'It was emptied.'}</blockquote>
      <div className="conflict__ways">
        <button type="button" className="quiet-button" onClick={() => settle(mine)}>
          {conflict.isYou ? 'Keep what is here' : 'Keep mine'}
          <span className="nhsuk-u-visually-hidden"> in {label}</span>
        </button>
        <button type="button" className="quiet-button" onClick={() => settle(conflict.value)}>
          {conflict.isYou ? 'Take the other' : 'Take theirs'}
          <span className="nhsuk-u-visually-hidden"> in {label}</span>
        </button>
        {!isList && (
          <button type="button" className="quiet-button" onClick={() => settle(`${conflict.value}\n${mine}`.trim())}>
            Join both<span className="nhsuk-u-visually-hidden"> in {label}</span>
          </button>
        )}
      </div>
    </div>
  );
}
