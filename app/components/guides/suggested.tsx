import {takeOver, type Endings, type Suggestion} from '../../domain/guides/guide-rules.ts';
import {followingInWords} from '../../domain/guides/guide-differences.ts';

interface SuggestedProps {
  suggestion: Suggestion;
  endings: Endings;
  onTakeOver?: ((suggestion: Suggestion) => void) | undefined;
}

/** What an answer suggests, why, and a button to take it over into the call. Nothing happens by itself. */
export function Suggested({suggestion, endings, onTakeOver}: SuggestedProps) {
  const {ring, advice, because} = suggestion;
  const what = followingInWords(suggestion);
  const hasSomethingToTake = Boolean(suggestion.priority ?? suggestion.discipline ?? suggestion.disposition);
  const isTaken = hasSomethingToTake && Object.keys(takeOver(suggestion, endings)).length === 0;
  return (
    <div className={`suggested ${ring === '999' ? 'suggested--emergency' : ''}`}>
      {ring && <p className="suggested__ring">{ring === '999' ? 'Ring 999' : 'Ring NHS 111'}</p>}
      {what && (
        <p>
          <strong>This suggests:</strong> {what}
        </p>
      )}
      {advice && <p>{advice}</p>}
      <p className="suggested__because">Why: {because}</p>
      {hasSomethingToTake && onTakeOver && (
        <p>
          {isTaken ? (
            <span className="suggested__taken">✓ In the call</span>
          ) : (
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
              onClick={() => onTakeOver(suggestion)}
            >
              Take this over<span className="nhsuk-u-visually-hidden">: {what}</span>
            </button>
          )}
        </p>
      )}
    </div>
  );
}
