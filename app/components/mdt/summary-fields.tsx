import {Textarea, TextInput} from 'nhsuk-react-components';
import {SUMMARY_KEYS, SUMMARY_PARTS} from '../../domain/mdt/summary.ts';
import {idIn} from '../staff/act-form.tsx';

interface SummaryFieldsProps {
  act: string;
  typed: Record<string, string | undefined>;
  problems: Record<string, string | undefined>;
}

/** The page about somebody, as it is written. */
export function SummaryFields({act, typed, problems}: SummaryFieldsProps) {
  return (
    <>
      <TextInput
        id={idIn(act, 'name')}
        name="name"
        label="Whom it is about"
        defaultValue={typed.name ?? ''}
        error={problems.name}
        autoComplete="off"
      />
      {SUMMARY_KEYS.map((key) => (
        <Textarea
          key={key}
          id={idIn(act, key)}
          name={key}
          label={SUMMARY_PARTS[key].label}
          hint={SUMMARY_PARTS[key].hint}
          rows={3}
          defaultValue={typed[key] ?? ''}
          error={problems[key]}
        />
      ))}
    </>
  );
}
