import {useInPageOrder} from './use-in-page-order.ts';
import {useSummaryFocus} from './use-summary-focus.ts';

/**
 * What has to be put right on a public page, each with a link to where. It takes the focus, so that it is read out, also
 * where no script runs.
 */
export function FormErrors({problems, title}: {problems: Record<string, string | undefined>; title: string}) {
  const focus = useSummaryFocus<HTMLDivElement>(problems);
  const fields = useInPageOrder(problems);
  if (fields.length === 0) return null;
  return (
    <div className="nhsuk-error-summary" {...focus} role="alert" aria-labelledby="error-summary-title">
      <h2 className="nhsuk-error-summary__title" id="error-summary-title">
        {title}
      </h2>
      <ul className="nhsuk-list nhsuk-error-summary__list" role="list">
        {fields.map(([field, words]) => (
          <li key={field}>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
