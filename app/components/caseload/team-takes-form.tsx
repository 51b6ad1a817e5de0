import {Button} from 'nhsuk-react-components';
import type {TypedTeamTakes} from '../../domain/referrals/team-takes.ts';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';
import {AREAS, TakesLists} from './takes-lists.tsx';

interface TeamTakesFormProps {
  submission: string;
  version: number;
  choices: {key: string; name: string}[];
  typed: TypedTeamTakes;
  problems: Problems<keyof TypedTeamTakes>;
}

const LISTS = [
  AREAS,
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
      <TakesLists
        lists={LISTS}
        typed={typed}
        problems={problems}
        needs={choices}
        legend="Needs"
        hint="One of them is enough."
      />
      <Button type="submit">Save</Button>
    </form>
  );
}
