import {Checkboxes} from 'nhsuk-react-components';
import {disciplines, roleNames, roles, type Discipline, type Role} from '../../domain/access/roles.ts';

interface RolesChoiceProps {
  roles: readonly Role[];
  disciplines: readonly Discipline[];
  error?: string;
}

/** What someone does here, each role with its description; under the practitioner their professions. */
export function RolesChoice({roles: chosen, disciplines: theirs, error}: RolesChoiceProps) {
  return (
    <Checkboxes
      name="roles"
      legend="What they do"
      legendProps={{size: 'm'}}
      hint="One person may do several things. Each opens only what it needs."
      error={error}
    >
      {roleNames.map((role, index) => (
        <Checkboxes.Item
          key={role}
          // The first one is where the list of problems leads to.
          id={index === 0 ? 'roles' : `roles-${role}`}
          value={role}
          hint={roles[role].says}
          defaultChecked={chosen.includes(role)}
          conditional={role === 'practitioner' ? <Professions chosen={theirs} /> : undefined}
        >
          {roles[role].name}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}

function Professions({chosen}: {chosen: readonly Discipline[]}) {
  return (
    <Checkboxes
      name="disciplines"
      legend="Professions of the practitioner"
      legendProps={{size: 's'}}
      hint="So that a call is handed to the right one."
      small
    >
      {(Object.keys(disciplines) as Discipline[]).map((discipline) => (
        <Checkboxes.Item
          key={discipline}
          id={`disciplines-${discipline}`}
          value={discipline}
          defaultChecked={chosen.includes(discipline)}
        >
          {disciplines[discipline]}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
