import {plural} from '../plural.ts';

/** The two boxes, on the home page and above the results. */
export const searchBox = {
  what: 'What would help, or what would you enjoy?',
  whatShort: 'What are you looking for?',
  whatHint: 'For example: someone to talk to, money worries, a walking group',
  where: 'Where?',
  whereHint: 'A postcode, town or village',
  whereHintShort: 'Postcode or town',
  optional: 'if you like',
  submit: 'Search',
  suggestions: 'Suggestions',
  goTo: (name: string) => `Open the page: ${name}`,
  suggestionCount: (count: number) =>
    plural('en', count, {
      one: '# suggestion. Use the down arrow to reach it.',
      other: '# suggestions. Use the up and down arrows to look through them.',
    }),
  noSuggestions: 'No suggestions. You can still search.',
};
