import {Select, Textarea, TextInput} from 'nhsuk-react-components';
import type {Field} from '../../domain/people/record-fields.ts';
import {Tick} from '../staff/choice-set.tsx';

interface PersonFieldsProps {
  fields: readonly Field[];
  /** What stands in each field, as typed. */
  values: Record<string, string>;
  /** By the id of a field. */
  problems?: Record<string, string>;
  /** Before the name of each field, with a dot: '0.' for the first of several rows. */
  prefix?: string;
}

/** The fields of a part of a record. Ids are the names, so that the list of problems leads to them. */
export function PersonFields({fields, values, problems = {}, prefix = ''}: PersonFieldsProps) {
  return fields.map((field) => {
    const id = prefix + field.name;
    const shared = {id, name: id, label: field.label, hint: field.hint, error: problems[id]};
    const value = values[field.name] ?? '';
    switch (field.kind) {
      case 'long':
        return <Textarea key={id} {...shared} rows={3} defaultValue={value} autoComplete="off" />;
      case 'choice':
        return (
          <Select key={id} {...shared} defaultValue={value}>
            {Object.entries(field.options ?? {}).map(([key, words]) => (
              <Select.Option key={key} value={key}>
                {words}
              </Select.Option>
            ))}
          </Select>
        );
      case 'tick':
        return (
          <Tick key={id} name={id} isTicked={value !== ''} error={problems[id]}>
            {field.label}
          </Tick>
        );
      case 'text':
      case 'identifier':
      case 'contact':
      case 'date':
      case 'number':
      case 'phone':
      case 'postcode':
      case 'reference':
        return (
          <TextInput
            key={id}
            {...shared}
            width={field.width}
            defaultValue={value}
            inputMode={field.kind === 'number' ? 'numeric' : undefined}
            autoComplete="off"
            spellCheck={false}
          />
        );
    }
  });
}
