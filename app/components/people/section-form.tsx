import {Button, Fieldset} from 'nhsuk-react-components';
import {whyNoMore, type TypedRow} from '../../domain/people/read-section.ts';
import type {Section} from '../../domain/people/record-sections.ts';
import {Tick} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';
import {PersonFields} from './person-fields.tsx';

interface SectionFormProps {
  section: Pick<Section, 'title' | 'one' | 'most' | 'fields' | 'intro'>;
  rows: TypedRow[];
  version: number;
  submission: string;
  problems: Record<string, string>;
}

/** All rows of a part of a record in one form, with an empty one at the end for something new. */
export function SectionForm({section, rows, version, submission, problems}: SectionFormProps) {
  const full = whyNoMore(section, rows);
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      {full && <p className="nhsuk-inset-text">{full}</p>}
      {rows.map((row, place) => (
        <Fieldset key={row.id ?? `new-${place}`} className="record-fieldset">
          <Fieldset.Legend size="m">
            {row.id ? `${capital(section.one)} ${place + 1}` : `A new ${section.one}`}
          </Fieldset.Legend>
          {!row.id && rows.length > 1 && <p>Leave this empty if there is nothing to add.</p>}
          <input type="hidden" name={`${place}.id`} value={row.id ?? ''} autoComplete="off" />
          <PersonFields fields={section.fields} values={row.values} problems={problems} prefix={`${place}.`} />
          {row.id && (
            <Tick name={`${place}.remove`} isTicked={row.isRemoved}>
              Take this {section.one} out of the record
            </Tick>
          )}
        </Fieldset>
      ))}
      <Button type="submit">Save</Button>
    </form>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
