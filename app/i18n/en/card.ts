/** A listing in a list: search results, shortlist, nearby. */
export const card = {
  when: 'When',
  where: 'Where',
  cost: 'Cost',
  space: 'Space',
  by: (organisation: string) => `Run by ${organisation}`,
  add: 'Add to your list',
  added: 'On your list',
  remove: 'Take off your list',
  addNamed: (name: string) => `Add ${name} to your list`,
  removeNamed: (name: string) => `Take ${name} off your list`,
};
