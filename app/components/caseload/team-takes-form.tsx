import {Button, Textarea} from 'nhsuk-react-components';
import type {TypedTeamTakes} from '../../domain/referrals/team-takes.ts';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';
import {NeedBoxes} from './need-boxes.tsx';

interface TeamTakesFormProps {
  submission: string;
  version: number;
  choices: {key: string; name: string}[];
  typed: TypedTeamTakes;
  problems: Problems<keyof TypedTeamTakes>;
}

const LISTS = [
  {name: 'outcodes', label: 'Areas', hint: 'First halves of postcodes, for example RG12, RG42.'},
  {
    name: 'practices',
    label: 'GP practices, or networks of them (PCNs)',
    hint: 'Each on a line of its own. A network is named as under “What we take”, and stands for all its practices.',
  },
  {name: 'languages', label: 'Languages', hint: 'Each on a line of its own.'},
] as const;

/** Whom a team takes, by itself. */
export function TeamTakesForm({submission, version, choices, typed, problems}: TeamTakesFormProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      {LISTS.map(({name, label, hint}) => (
        <Textarea
          key={name}
          id={name}
          name={name}
          rows={3}
          label={label}
          hint={hint}
          defaultValue={typed[name]}
          error={problems[name]}
        />
      ))}
      <NeedBoxes choices={choices} chosen={typed.needs} legend="Needs" hint="One of them is enough." />
      <Button type="submit">Save</Button>
    </form>
  );
}
