import {Button, Checkboxes, TextInput} from 'nhsuk-react-components';
import type {StaffChoices} from '../../domain/administration/staff.ts';
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
        <Checkboxes name="teams" legend="Teams" legendProps={{size: 'm'}} small>
          {teams.map(({id, name}) => (
            <Checkboxes.Item key={id} id={`teams-${id}`} value={id} defaultChecked={account.teamIds.includes(id)}>
              {name}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      )}
      <Button type="submit">Save</Button>
    </form>
  );
}
