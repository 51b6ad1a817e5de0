import {ErrorSummary} from 'nhsuk-react-components';
import {useInPageOrder} from '../shell/use-in-page-order.ts';
import {useSummaryFocus} from '../shell/use-summary-focus.ts';

/** What has to be put right, by the name of the field: the id of the field must be the same. */
export type Problems<Field extends string = string> = Partial<Record<Field, string>>;

/** At the top of a form that was refused: each problem with a link to where it is. It takes the focus. */
export function FormProblems({problems}: {problems?: Problems}) {
  // By what they say: many pages make the object anew each time they are drawn, also while somebody types.
  const focus = useSummaryFocus<HTMLDivElement>(JSON.stringify(problems));
  const fields = useInPageOrder(problems ?? {});
  if (fields.length === 0) return null;
  return (
    <ErrorSummary disableAutoFocus {...focus}>
      <ErrorSummary.Title>Please check this page</ErrorSummary.Title>
      <ErrorSummary.List>
        {fields.map(([field, words]) => (
          <ErrorSummary.ListItem key={field} href={`#${field}`}>
            {words}
          </ErrorSummary.ListItem>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}
