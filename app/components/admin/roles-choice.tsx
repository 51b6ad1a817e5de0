import {disciplines, roleNames, roles, type Discipline, type Role} from '../../domain/access/roles.ts';
import {SeveralOf} from '../staff/choice-set.tsx';

interface RolesChoiceProps {
  roles: readonly Role[];
  disciplines: readonly Discipline[];
  error?: string;
}

/** What someone does here, each role with its description; under the practitioner their professions. */
export function RolesChoice({roles: chosen, disciplines: theirs, error}: RolesChoiceProps) {
  return (
    <SeveralOf
      name="roles"
      legend="What they do"
      legendProps={{size: 'm'}}
      hint="One person may do several things. Each opens only what it needs."
      error={error}
      options={roleNames.map((role) => ({
        key: role,
        ...roles[role],
        more: role === 'practitioner' ? <Professions chosen={theirs} /> : undefined,
      }))}
      values={chosen}
    />
  );
}

function Professions({chosen}: {chosen: readonly Discipline[]}) {
  return (
    <SeveralOf
      name="disciplines"
      legend="Professions of the practitioner"
      hint="So that a call is handed to the right one."
      options={disciplines}
      values={chosen}
      small
    />
  );
}
