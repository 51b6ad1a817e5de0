import {plural} from '../plural.ts';

const things = (count: number) => plural('en', count, {one: '# thing', other: '# things'});

/** What the results page says about a search, put together on the server. */
export const results = {
  unknownPlace: (words: string) => `We don’t know a place called ‘${words}’. Check the spelling, or try a postcode.`,
  didYouMean: 'Did you mean one of these?',
  anywhere: 'These are from everywhere, as we don’t know the place you gave.',
  degraded: 'Search is not at its best just now, so some results may be missing. It should be back to normal soon.',
  unread:
    'We can only read words in English, Welsh and Polish, so this is everything. Choose a language under ‘Narrow it down’, or ask a person.',
  /** `others` are not what was asked for, yet may help. */
  heading: (
    {matches, others}: {matches: number; others: number},
    place: string | null,
    typed: string,
    isOnMap = false,
  ) => {
    const nothing = typed ? `Nothing found for ‘${typed}’` : 'Nothing found';
    const found = matches === 0 ? nothing : place ? things(matches) : `${things(matches)} found`;
    const where = place ? ` near ${place}${isOnMap ? ', in the area on the map' : ''}` : '';
    const more = matches === 0 ? `, but ${things(others)} that may help` : `, and ${others} more that may help`;
    return `${found}${where}${others > 0 ? more : ''}`;
  },
  othersTitle: (matches: number): string => (matches === 0 ? 'These may help' : 'These may help too'),
  mayHelp: 'May help',
  othersNote: 'They are not just what you typed, but are about something like it.',
  namesakes: 'Other places with this name:',
  roughPlace: (place: string) => `Distances are from the middle of ${place}, so they are rough.`,
  fewTitle: (count: number): string => (count === 0 ? 'Ways to find more' : 'Not many? Try one of these'),
  fewFound: (count: number) => (count === 0 ? 'none' : things(count)),
  spelling: (words: string) => `Search for ‘${words}’ instead`,
  widerTo: (miles: number) => `Look up to ${miles} miles away`,
  widerToAny: 'Look at any distance',
  dropFilter: (name: string) => `Don’t limit it to ‘${name}’`,
  dropWord: (word: string) => (word ? `Leave out ‘${word}’` : 'Leave out the words you typed'),
  startAgain: 'Look at everything',
  startAgainNear: (place: string) => `Look at everything near ${place}`,
  need: (name: string) => `See everything for ‘${name}’`,
  care: {
    crisis: {
      title: 'If you might hurt yourself, or you cannot keep safe, please ring now',
      lines: [
        {words: 'In danger now:', tel: '999', number: '999'},
        {words: 'Urgent help for your mental health, day or night:', tel: '111', number: '111, then choose option 2'},
        {words: 'Someone to listen, day or night, free:', tel: '116123', number: '116 123 (Samaritans)'},
      ],
    },
    abuse: {
      title: 'If someone is hurting you or you are afraid, you can ring now',
      lines: [
        {words: 'In danger now. If you cannot speak, press 55 when asked:', tel: '999', number: '999'},
        {words: 'National Domestic Abuse Helpline, day or night, free:', tel: '08082000247', number: '0808 2000 247'},
      ],
    },
    child: {
      title: 'If a child is being hurt, or you are young and afraid, please ring now',
      lines: [
        {words: 'In danger now. If you cannot speak, press 55 when asked:', tel: '999', number: '999'},
        {words: 'Childline, for anyone under 19, free:', tel: '08001111', number: '0800 1111'},
        {words: 'NSPCC, for an adult who is worried about a child, free:', tel: '08088005000', number: '0808 800 5000'},
      ],
    },
    emergency: {
      title: 'If this is happening now, do not wait: ring 999',
      lines: [
        {words: 'Ambulance, now:', tel: '999', number: '999'},
        {words: 'If you are not sure, or it can wait a little:', tel: '111', number: '111'},
      ],
    },
  },
  ask: {
    title: 'Not sure, or nothing here fits?',
    words: 'Talk to someone. We will look with you, and we may know of things that are not on this list.',
    link: 'Talk to someone',
  },
  mapNeedsScript: 'The map needs JavaScript, which is off in this browser. The list has everything that is on the map.',
  range: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
};
