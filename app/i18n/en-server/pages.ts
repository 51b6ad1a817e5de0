/** A page of prose: a heading and its paragraphs, section by section. */
export interface Prose {
  title: string;
  lede: string;
  sections: {heading: string; paragraphs: string[]; points?: string[]}[];
}

type Page = Prose & {description: string};

const about: Page = {
  title: 'About Fingerpost',
  description: 'What Fingerpost is, who keeps it up to date, and how to put something right.',
  lede: 'Fingerpost helps you find groups, services and people near you. Some can help with a worry. Some are just good company.',
  sections: [
    {
      heading: 'Who it is for',
      paragraphs: [
        'Everyone. You can look for yourself, for someone you care about, or for someone you work with. Looking is free and you do not need an account.',
      ],
    },
    {
      heading: 'Where the facts come from',
      paragraphs: [
        'The people who run each group or service tell us about it. Each page says who last checked the facts, and when. If that is more than a year ago, the page says so. Then please ring first.',
        'Being on Fingerpost does not mean that we recommend a service over another one.',
      ],
    },
    {
      heading: 'How results are put in order',
      paragraphs: ['Nobody can pay to come first. These things count:'],
      points: [
        'how well it fits your words, and the need behind them',
        'how near it is to the place you gave',
        'whether it has space',
        'how lately the facts were checked',
      ],
    },
    {
      heading: 'Something is wrong or missing',
      paragraphs: ['Every page has a link to tell us. We read each message. Thank you for helping your neighbours.'],
    },
  ],
};

const accessibility: Page = {
  title: 'Accessibility',
  description: 'How Fingerpost is made so that everyone can use it, and what to do when something is in the way.',
  lede: 'Fingerpost should work for everyone. If something gets in your way, we want to know.',
  sections: [
    {
      heading: 'What you should be able to do',
      paragraphs: [],
      points: [
        'make the text up to four times bigger without losing anything',
        'use the whole site with a keyboard, or by speaking to your device',
        'listen to the site with a screen reader',
        'use your own colours, or high contrast',
        'use the site without JavaScript, on an old phone or a slow line',
        'print any page',
      ],
    },
    {
      heading: 'The map',
      paragraphs: [
        'Everything on the map is also in the list beside it. You never need the map to find something or to get there.',
      ],
    },
    {
      heading: 'The rule we follow',
      paragraphs: [
        'We follow the Web Content Accessibility Guidelines, version 2.2, level AA. They are rules for websites that everyone can use. Each time the site changes we test its pages: for mistakes that a machine can find, with a keyboard alone, and with JavaScript off.',
        'Two things are not done yet. Nobody who speaks Welsh or Polish every day has read our words over. And what groups write about themselves is mostly in English. It may not always be easy to read.',
      ],
    },
    {
      heading: 'Tell us',
      paragraphs: [
        'Is there a part of this site that you cannot use? Do you need large print, easy read, your own language, or someone to read it to you? Please tell the team on the ‘Talk to someone’ page.',
      ],
    },
  ],
};

const privacy: Page = {
  title: 'Privacy',
  description: 'What Fingerpost keeps when you use it, and what it never keeps.',
  lede: 'You can use Fingerpost without telling us who you are. We keep as little as we can.',
  sections: [
    {
      heading: 'When you search',
      paragraphs: [
        'We note the words you typed, the first part of the postcode (such as RG12) and the filters you chose. We also note how many things we found, and what was opened. This shows us where help is missing.',
        'We do not note who you are, your full postcode, or the address of your device.',
        'We take out numbers and e-mail addresses that you type. Please leave names out: we cannot tell every name from another word. We clear all of this away after 13 months.',
      ],
    },
    {
      heading: 'Your list',
      paragraphs: [
        'Your list stays in your own browser for three months, in a cookie named ‘shortlist’. Take everything off your list and the cookie goes too.',
        'If you share your list, the link holds the numbers of the listings and nothing about you.',
      ],
    },
    {
      heading: 'When you ask for a link worker',
      paragraphs: [
        'We keep what you type for 14 days, so you can stop and come back. Only your own link opens it. For one day the cookie ‘refer’ finds it again for you.',
        'When you send it, it goes to the link workers who will get in touch with you. Nobody else who uses this site can see it.',
      ],
    },
    {
      heading: 'When you have a private link',
      paragraphs: [
        'We send some people a link of their own. It opens a few questions, a plan, a letter or a private page. Anyone who has the link can open it, so please keep it to yourself.',
        'If the page has a code, a cookie named ‘__Host-private’ remembers for one day that you gave it. We note when such a page is opened.',
      ],
    },
    {
      heading: 'Other cookies',
      paragraphs: [
        'A cookie is a small note that your browser keeps. The cookie ‘lang’ keeps the language you chose, for a year. If you tell us that something is wrong, the cookie ‘report’ stops your message from counting twice. It goes after 30 minutes.',
        'There are no adverts and there is no tracking.',
      ],
    },
    {
      heading: 'On a shared computer',
      paragraphs: [
        'The pages you visit stay in the history of the browser. You can use a private window, or clear the history when you have finished.',
      ],
    },
    {
      heading: 'Maps',
      paragraphs: [
        'This site may get its map from someone else. They can then see which part of the map you look at. They cannot see what you searched for.',
      ],
    },
  ],
};

const talk = {
  title: 'Talk to someone',
  description: 'Ring or write to a person who can look with you.',
  lede: 'You don’t have to know what you need. Tell us what is going on, in your own words. We will listen, and look with you.',
  phoneTitle: 'Ring us',
  emailTitle: 'Write to us',
  emailAdvice: 'We answer within two working days. Please don’t send anything very private by e-mail.',
  hours: 'Monday to Friday, 9am to 5pm',
  expectTitle: 'What happens when you ring',
  expect: [
    'A person answers, not a machine.',
    'We ask what would help, and roughly where you live. You can leave out your name.',
    'We look together, and we can send you a list by post, e-mail or text.',
    'You can ring for someone else, if they would like you to.',
  ],
  walkTitle: 'Someone to walk alongside you',
  walk: 'A link worker has time. They ask what matters to you, and help you find people and groups that suit you.',
  walkLink: 'Ask for a link worker',
  urgentTitle: 'If it can’t wait',
  urgent: [
    {number: '999', tel: '999', words: 'Someone is in danger or badly hurt. The call is free.'},
    {
      number: '111',
      tel: '111',
      words:
        'You need medical help but it is not a 999 matter. For a mental-health crisis, ring 111 and choose option 2.',
    },
    {
      number: '116 123',
      tel: '116123',
      words: 'Samaritans. Talk about anything that is upsetting you, day or night. The call is free.',
    },
    {number: '85258', tel: null, words: 'Text SHOUT to this number, day or night, if you would rather type than talk.'},
  ],
  deaf: 'If you are deaf or find it hard to speak on the phone, put 18001 before our number to use Relay UK.',
};

/** The pages of prose. */
export const pages = {about, accessibility, privacy, talk};
