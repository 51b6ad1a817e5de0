import type {Problem} from '../../domain/directory/listing-report-schema.ts';

/** 'Is something wrong?': the form, and what it says back. */
export const reportForm = {
  title: 'Is something wrong?',
  lede: (name: string) => `Tell us what is wrong on the page about ${name}. Someone on our team will check it.`,
  question: 'What is wrong?',
  problems: {
    closed: 'It has closed or stopped',
    contact: 'The phone number, e-mail or website does not work',
    times: 'The days or times are wrong',
    place: 'The place or address is wrong',
    cost: 'The cost is wrong',
    other: 'Something else',
  } satisfies Record<Problem, string>,
  message: 'What should it say?',
  optional: 'You can leave this empty',
  messageHint:
    'Please do not write anything about yourself or other people, such as names, addresses or health. We cannot write back.',
  send: 'Send',
  back: (name: string) => `Back to ${name}`,
  errorTitle: 'There is a problem',
  errors: {
    chooseProblem: 'Choose what is wrong',
    sayWhatElse: 'Write what is wrong',
    messageTooLong: 'Make it shorter: 2,000 letters at most',
    tooMany:
      'Very many messages have come from this place. What you wrote stays here: please try again in a few minutes',
  },
  errorPrefix: 'Error:',
  sentTitle: 'Thank you. We have your message',
  sent: 'Someone will check it, usually within a week. Your message helps the next person who looks.',
  urgent:
    'If someone is not safe because of what you found, do not wait for us. In danger ring 999. You can also talk to someone on our team.',
  talk: 'Talk to someone',
};
