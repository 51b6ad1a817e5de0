import {plural} from '../plural.ts';

/** The list a visitor keeps. */
export const shortlist = {
  emptyTitle: 'Nothing on your list yet',
  empty:
    'When you find something you like, press ‘Add to your list’. Then you can print it, or send it to someone. You do not need an account.',
  sharedEmpty: 'Nothing on this list is on Fingerpost any more.',
  look: 'Look for help and things to do',
  cookie: 'Your list is kept in this browser for three months. Nobody else can see it unless you share it.',
  takeOff: 'Take off',
  putBack: 'Put back',
  takenOff: 'Taken off your list.',
  named: (name: string) => `: ${name}`,
  print: 'Print the list',
  howToPrint: 'To print the list, choose Print in your browser’s menu.',
  share: 'Share the list',
  shareHint: 'Anyone with this link sees what is on the list, and nothing about you.',
  shareLink: 'Link to this list',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  notCopied: 'Copying did not work. Press and hold the link to copy it.',
  email: 'Send by e-mail',
  clear: 'Take everything off',
  clearConfirm: 'Yes, take everything off',
  keep: 'Keep these on your own list',
  kept: 'All of these are on your own list.',
  toOwn: 'See your own list',
  phone: 'Phone',
  announce: (count: number) => plural('en', count, {one: '# thing on your list', other: '# things on your list'}),
};
