import {Tag} from 'nhsuk-react-components';
import type {Difference} from '../../domain/guides/guide-differences.ts';
import {Differences} from './guide-editor.tsx';

interface GuideVersionsProps {
  versions: {id: string; name: string; facts: string; isInUse: boolean; differences: Difference[]}[];
}

/** Every version that was ever published, the latest first, with what it changed. */
export function GuideVersions({versions}: GuideVersionsProps) {
  return (
    <section aria-labelledby="versions" className="guide-versions">
      <h2 id="versions">Versions</h2>
      <p>A call keeps the version that it was taken with.</p>
      <ol role="list">
        {versions.map(({id, name, facts, isInUse, differences}) => (
          <li key={id}>
            <h3>
              {name} {isInUse && <Tag modifier="green">In use</Tag>}
            </h3>
            <p>{facts}</p>
            {differences.length > 0 && (
              <details className="nhsuk-details">
                <summary className="nhsuk-details__summary">
                  <span className="nhsuk-details__summary-text">
                    What it changed<span className="nhsuk-u-visually-hidden"> ({name})</span>
                  </span>
                </summary>
                <div className="nhsuk-details__text">
                  <Differences differences={differences} caption={`Changed by ${name.toLowerCase()}`} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
