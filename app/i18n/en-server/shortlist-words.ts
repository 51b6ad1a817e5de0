import {plural} from '../plural.ts';

/** The list a visitor keeps, in words that the server puts together. */
export const shortlistWords = {
  title: 'Your list',
  sharedTitle: 'A list that someone shared with you',
  description: 'Groups and services you want to remember.',
  /** After each change. */
  nowOn: (count: number) => plural('en', count, {one: '# thing on your list', other: '# things on your list'}),
  missing: (count: number) =>
    plural('en', count, {
      one: 'One thing on this list is no longer on Fingerpost.',
      other: '# things on this list are no longer on Fingerpost.',
    }),
  full: (limit: number) => `Your list is full. It holds ${limit} things. Take something off to make room.`,
  mailSubject: 'A list from Fingerpost',
  mailBody: (names: string[], address: string) =>
    `I thought these might be useful:\n\n${names.map((name) => `- ${name}`).join('\n')}\n\nSee them all here:\n${address}\n`,
  printedFrom: (address: string) => `Printed from ${address}`,
};
