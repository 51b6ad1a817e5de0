import type {TwoVersions} from '../../components/admin/changed-meanwhile.tsx';
import type {StaffChoices} from '../../domain/administration/staff.ts';
import {disciplines, roles} from '../../domain/access/roles.ts';

/** An account as it stands and as it was typed, in words, for the slower of two administrators. */
export function bothVersions(
  now: StaffChoices,
  yours: StaffChoices,
  teams: {id: string; name: string}[],
): TwoVersions[] {
  const teamNames = (ids: string[]) => inWords(teams.filter(({id}) => ids.includes(id)).map(({name}) => name));
  const compare = (what: string, words: (choices: StaffChoices) => string) => ({
    what,
    now: words(now),
    yours: words(yours),
  });
  return [
    compare('Name', ({name}) => name),
    compare('What they do', (choices) => inWords(choices.roles.map((role) => roles[role].name))),
    compare('Professions', (choices) => inWords(choices.disciplines.map((discipline) => disciplines[discipline]))),
    compare('Teams', ({teamIds}) => teamNames(teamIds)),
  ];
}

const inWords = (names: string[]) => names.toSorted().join(', ');
