/** The first page. */
export const home = {
  title: 'Find help and things to do near you',
  description: 'Find groups, services and people who can help you, near where you live.',
  lede: (area: string) =>
    `Groups, services and friendly people in and around ${area}. Looking is free, and nobody needs to know.`,
  needsTitle: 'What people often look for',
  needsHint: 'Choose one to see what is near you.',
  allThings: 'See everything on Fingerpost',
  talkTitle: 'Would you rather talk to someone?',
  talk: 'You don’t have to know what you need. Tell us what is going on, and we will look with you.',
  talkLink: 'Talk to someone',
  howTitle: 'How it works',
  how: [
    {
      title: 'Say it in your own words',
      text: '‘I feel lonely’ or ‘can’t pay the bills’ will do. Spelling does not matter.',
    },
    {
      title: 'See what is near you',
      text: 'With times, costs, and how to join. Some help comes to your home or by phone.',
    },
    {title: 'Keep a list', text: 'Put what you like on your list. Print it, or send it to someone. No account needed.'},
  ],
};
