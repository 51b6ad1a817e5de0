import {Button, TextInput} from 'nhsuk-react-components';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {Submission} from '../staff/submission.tsx';

interface NameFormProps {
  submission: string;
  /** What is named: 'team'. */
  what: string;
  name: string;
  /** Of one that stands already. */
  version?: number;
  /** What is chosen besides. Of one thing to choose from nothing is asked. */
  choice?: {field: string; label: string; value: string; options: {key: string; name: string}[]};
  problems: Record<string, string | undefined>;
  button: string;
}

/** The form for a new team or organisation, and for one that is to be changed: its name, and one choice. */
export function NameForm({submission, what, name, version, choice, problems, button}: NameFormProps) {
  const only = choice?.options.length === 1 ? choice.options[0] : null;
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      {version !== undefined && <input type="hidden" name="version" value={version} autoComplete="off" />}
      <TextInput
        id="name"
        name="name"
        label={`Name of the ${what}`}
        defaultValue={name}
        error={problems.name}
        autoComplete="off"
      />
      {choice && only && <input type="hidden" name={choice.field} value={only.key} />}
      {choice && !only && (
        <ChoiceSelect
          name={choice.field}
          label={choice.label}
          options={choice.options}
          value={choice.value}
          error={problems[choice.field]}
          none={choice.value === '' ? 'Choose' : undefined}
        />
      )}
      <Button type="submit" name="act" value="save">
        {button}
      </Button>
    </form>
  );
}
