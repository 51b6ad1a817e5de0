import {Select} from 'nhsuk-react-components';

/** One of several that have a key: a provider, a colleague, a queue. */
export interface Choice {
  key: string;
  name: string;
}

interface ChoiceSelectProps {
  name: string;
  /** Its name, unless the page has several of that name. */
  id?: string;
  label: string;
  hint?: string;
  /** In this order: words by their keys, or things with a key and a name. */
  options: Readonly<Record<string, string>> | readonly Choice[];
  value?: string;
  error?: string;
  /** What stands first and chooses nothing. */
  none?: string;
}

/** A list of which one is chosen. */
export function ChoiceSelect({name, id = name, label, hint, options, value = '', error, none}: ChoiceSelectProps) {
  const choices = Array.isArray(options)
    ? (options as readonly Choice[])
    : Object.entries(options as Record<string, string>).map(([key, words]) => ({key, name: words}));
  return (
    <Select id={id} name={name} label={label} hint={hint} defaultValue={value} error={error}>
      {none !== undefined && <Select.Option value="">{none}</Select.Option>}
      {choices.map((choice) => (
        <Select.Option key={choice.key} value={choice.key}>
          {choice.name}
        </Select.Option>
      ))}
    </Select>
  );
}
