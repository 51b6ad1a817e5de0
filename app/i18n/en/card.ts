/** A listing in a list: search results, shortlist, nearby. */
export const card = {
  when: 'When',
  where: 'Where',
  cost: 'Cost',
  space: 'Space',
  by: (organisation: string) => `Run by ${organisation}`,
  add: 'Add to your list',
  added: 'On your list',
  /** Follow `add` and `added`, for those who hear one button after another. */
  addNamed: (name: string) => `: ${name}`,
  removeNamed: (name: string) => `: ${name}. Take it off.`,
};
