import {Button, TextInput} from 'nhsuk-react-components';
import type {StaffChoices} from '../../domain/administration/staff.ts';
import {SeveralOf} from '../staff/choice-set.tsx';
import {Submission} from '../staff/submission.tsx';
import {RolesChoice} from './roles-choice.tsx';

interface AccountFormProps {
  submission: string;
  version: number;
  account: StaffChoices;
  /** Of their organisation, to choose from. */
  teams: {id: string; name: string}[];
  problems: {name?: string; roles?: string};
}

/** What can be changed about an account, saved in one go. */
export function AccountForm({submission, version, account, teams, problems}: AccountFormProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      <TextInput
        id="name"
        name="name"
        label="Name"
        labelProps={{size: 'm'}}
        defaultValue={account.name}
        error={problems.name}
        autoComplete="off"
      />
      <RolesChoice roles={account.roles} disciplines={account.disciplines} error={problems.roles} />
      {teams.length > 0 && (
        <SeveralOf
          name="teams"
          legend="Teams"
          legendProps={{size: 'm'}}
          options={teams.map(({id, name}) => ({key: id, name}))}
          values={account.teamIds}
          small
        />
      )}
      <Button type="submit">Save</Button>
    </form>
  );
}
