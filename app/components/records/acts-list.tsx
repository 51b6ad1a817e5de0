import {Button, TextInput} from 'nhsuk-react-components';
import type {DateField} from '../../domain/records/acts-filter.ts';
import {FormProblems} from '../staff/form-problems.tsx';
import type {ActView} from './act-view.ts';
import {ActsTable, type Column} from './acts-table.tsx';

interface ActsListProps {
  acts: ActView[];
  caption: string;
  columns: readonly Column[];
  typed: Record<DateField, string>;
  problems: Partial<Record<DateField, string>>;
  /** Addresses; null where there is nothing to go to. */
  older: string | null;
  newest: string | null;
  exportPath: string;
}

/** A filter by day, the acts, the way to older ones and to a file of them all. */
export function ActsList({acts, caption, columns, typed, problems, older, newest, exportPath}: ActsListProps) {
  return (
    <>
      <form method="get" className="days-filter" noValidate>
        <TextInput
          id="from"
          name="from"
          type="date"
          label="First day"
          defaultValue={typed.from}
          error={problems.from}
        />
        <TextInput
          id="until"
          name="until"
          type="date"
          label="Last day"
          defaultValue={typed.until}
          error={problems.until}
        />
        <Button type="submit" secondary>
          Show these days
        </Button>
      </form>
      {acts.length > 0 ? (
        <ActsTable acts={acts} caption={caption} columns={columns} />
      ) : (
        <p>
          <strong>Nothing is written down</strong> that your organisation may see
          {typed.from || typed.until ? ', on these days' : ''}.
        </p>
      )}
      <nav aria-label="More" className="acts-more">
        {newest && <a href={newest}>Back to the latest</a>}
        {older && <a href={older}>Older</a>}
        {acts.length > 0 && (
          <a href={exportPath} download>
            Download as a file (CSV)
          </a>
        )}
      </nav>
    </>
  );
}

/** Above the heading: what could not be read in the filter. */
export const ActsProblems = ({problems}: Pick<ActsListProps, 'problems'>) => <FormProblems problems={problems} />;
