import {Button, Select, TextInput} from 'nhsuk-react-components';
import {stateNames, type StaffState} from '../../domain/administration/staff.ts';
import {roleNames, roles} from '../../domain/access/roles.ts';

interface StaffFilterFormProps {
  name: string;
  partnerId: string | null;
  role: string | null;
  state: string | null;
  /** To choose from; with one only there is nothing to choose. */
  partners: {id: string; name: string}[];
}

/** Sent by POST, so that a name that is looked for stands in no address. */
export function StaffFilterForm({name, partnerId, role, state, partners}: StaffFilterFormProps) {
  return (
    <form method="post" action="/admin/staff" role="search" aria-label="People who work here" className="staff-filter">
      <TextInput id="name" name="name" label="Name or e-mail" defaultValue={name} autoComplete="off" />
      {partners.length > 1 && (
        <Select id="partner" name="partner" label="Organisation" defaultValue={partnerId ?? ''}>
          <Select.Option value="">All</Select.Option>
          {partners.map((partner) => (
            <Select.Option key={partner.id} value={partner.id}>
              {partner.name}
            </Select.Option>
          ))}
        </Select>
      )}
      <Select id="role" name="role" label="What they do" defaultValue={role ?? ''}>
        <Select.Option value="">Anything</Select.Option>
        {roleNames.map((one) => (
          <Select.Option key={one} value={one}>
            {roles[one].name}
          </Select.Option>
        ))}
      </Select>
      <Select id="state" name="state" label="Account" defaultValue={state ?? ''}>
        <Select.Option value="">Any</Select.Option>
        {(Object.keys(stateNames) as StaffState[]).map((one) => (
          <Select.Option key={one} value={one}>
            {stateNames[one]}
          </Select.Option>
        ))}
      </Select>
      <Button type="submit" secondary>
        Show
      </Button>
    </form>
  );
}
