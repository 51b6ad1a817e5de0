import {plural} from '../plural.ts';

/** What stands on every page. */
export const shell = {
  name: 'Fingerpost',
  skip: 'Skip to the main part',
  homeLink: 'Fingerpost, home page',
  mainMenu: 'Main menu',
  search: 'Search',
  talk: 'Talk to someone',
  list: 'Your list',
  listCount: (count: number) => plural('en', count, {one: '# thing on it', other: '# things on it'}),
  urgent: {
    title: 'Urgent help',
    danger: 'emergency',
    medical: 'medical help',
    listen: 'Samaritans, day or night',
  },
  footer: {
    title: 'About this site',
    about: 'About Fingerpost',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    language: 'Language',
    note: 'Anyone can use Fingerpost. You do not need an account.',
  },
  offline: 'You are offline. This page and what you typed stay here. Please try again when you are back.',
  problem: {
    missingTitle: 'We can’t find that page',
    missing: 'It may have moved, or the address may have a small mistake in it.',
    brokenTitle: 'Sorry, something went wrong',
    broken: 'This is our fault, not yours. Please try again in a minute.',
    unreachedTitle: 'We could not reach Fingerpost',
    unreached: 'Your internet may have gone for a moment. You did nothing wrong.',
    helpInstead: 'You can search for help, or talk to someone.',
    tryAgain: 'Try again',
    backHome: 'Go to the home page',
  },
};
