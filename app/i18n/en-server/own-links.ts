import {DECLINE_REASONS, ENDINGS, type DeclineReason, type Ending} from '../../domain/onward/onward-life.ts';
import type {AnswerField} from '../../domain/onward/read-onward.ts';
import {
  ASPIRATIONS,
  PLAN_PARTS,
  type AgreedBy,
  type Aspiration,
  type PlanPart,
} from '../../domain/plans/plan-choices.ts';
import {plural} from '../plural.ts';

/** What somebody reaches by a private link, without an account: questions, a plan, a service's answer, a letter, a summary. */
export const ownLinks = {
  goneTitle: 'This link no longer works',
  errorTitle: 'Please check this page',
  error: 'Error',
  tooMany: 'Too much came at once. Wait a few minutes, then send it again.',
  toPrint: 'You can print this page from the menu of your browser.',

  /** Somebody answers the questions of a measure. The questions themselves stay as their authors wrote them. */
  answers: {
    title: 'A few questions for you',
    gone: 'Links like this work for a few weeks. Whoever gave it to you can make a new one.',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    mayLeaveOut: 'You can leave out any question.',
    /** For who does not read the language in which the questions are. */
    inEnglish: '',
    next: 'Next',
    send: 'Send my answers',
    privacy:
      'Only the people who support you see your answers. If you feel unsafe or very low, ring 111, or 999 in an emergency. The Samaritans listen at any hour on 116 123.',
    thanksTitle: 'Thank you',
    thanks:
      'Your answers have arrived. The person who supports you will see them, and you can talk about them together.',
    close: 'You can close this page.',
    problems: {
      words: (topic: string, most: number) => `${topic}: use ${most} letters or fewer`,
      choice: (topic: string) => `${topic}: choose one of the answers`,
      number: (topic: string, from: number, to: number) => `${topic}: a number from ${from} to ${to}`,
    },
  },

  /** Somebody's own copy of their plan. */
  plan: {
    title: 'Your copy',
    heading: 'My plan',
    gone: 'Whoever gave it to you can send a new one, or print your plan for you.',
    layouts: {calm: 'Ordinary print', large: 'Large print', easy: 'Easy-read layout'},
    parts: {
      ...(Object.fromEntries(Object.entries(PLAN_PARTS).map(([part, {title}]) => [part, title])) as Record<
        PlanPart,
        string
      >),
      goals: 'What I want to change',
    },
    scale: (now: number, wanted: number) => `Now ${now} out of 10; I would like ${wanted}.`,
    aspirations: ASPIRATIONS as Record<Aspiration, string>,
    by: (day: string) => `by ${day}`,
    done: 'done',
    more: 'More about it',
    review: (day: string) => `We look at this again on ${day}.`,
    writtenOn: (day: string) => `Written down on ${day}.`,
    agreed: {
      not_yet: 'Not agreed yet.',
      person: 'I agree with it.',
      together: 'I agree with it, together with somebody I trust.',
      carer: 'Somebody who cares for me agrees with it.',
      attorney: 'My attorney agrees with it.',
    } satisfies Record<AgreedBy, string>,
  },

  /** A service answers whether somebody may join. */
  onward: {
    title: 'Somebody would like to join you',
    gone: 'It is too old, or it was taken back. Whoever sent it to you can tell you more.',
    /** Round two names: who asks, and the service. */
    asks: {before: '', between: ' asks for a place with ', after: '.'},
    thanksTitle: 'Thank you',
    stands: 'How it stands:',
    states: {
      seen: 'Opened, not answered yet',
      accepted: 'Accepted',
      declined: 'Declined',
      started: 'Started',
      ended: 'Ended',
    },
    came: (times: number) => plural('en', times, {one: 'came # time', other: 'came # times'}),
    shared: 'What they agreed to share with you',
    yourAnswer: 'Your answer',
    moreToSay: 'When there is more to say',
    nothingMore: 'There is nothing more to do. You can close this page.',
    keepLink: 'Keep this link: you can come back and say how often they came.',
    notNow: 'Something has changed since you opened this page. This is how it stands now.',
    form: {
      becomes: 'The answer',
      answers: {
        accepted: 'Yes, they are welcome',
        declined: 'No, not now',
        started: 'They have started, or come again',
        ended: 'It has ended',
      },
      reason: 'If not, why',
      chooseReason: 'Choose a reason',
      reasons: DECLINE_REASONS as Record<DeclineReason, string>,
      times: 'How often they have come so far, in all',
      how: 'If it has ended, how',
      chooseHow: 'Choose how',
      endings: ENDINGS as Record<Ending, string>,
      send: 'Send my answer',
      error: 'Error',
    },
    problems: {
      becomes: 'Choose an answer',
      reason: 'Choose a reason',
      times: 'Type a number from 0 to 500',
      how: 'Say how it ended',
    } satisfies Record<AnswerField, string>,
  },

  /** Whoever asked for somebody's help reads what more is asked, and answers, or what may help instead. */
  asked: {
    title: 'The help you asked for',
    gone: 'Links like this work for 60 days, and only while the person agrees. The link workers can tell you more.',
    reference: 'Reference',
    states: {
      received: 'The link workers have it.',
      more_asked: 'The link workers have a question before they can begin.',
      accepted: 'A link worker has taken it up.',
      declined: 'The link workers will not take it up themselves.',
    },
    question: 'What they ask',
    answer: 'Your answer',
    hint: 'Only the link workers read it.',
    send: 'Send my answer',
    answered: 'Thank you. Your answer has arrived. You can close this page.',
    instead: 'What may help instead',
    notNow: 'Something has changed since you opened this page. This is how it stands now.',
    problems: {empty: 'Write your answer', long: 'Use 2,000 letters or fewer'},
  },

  /** A letter, to whoever it was written to. It stays in the language in which it was sent. */
  letter: {
    title: 'A letter for you',
    gone: 'Whoever wrote to you can send the letter again, or print it for you.',
    inEnglish: '',
    prints: {usual: 'Ordinary print', large: 'Large print'},
  },

  /** The one-page summary of somebody, for whoever was told its code. It stays in the language in which it was sent. */
  summary: {
    title: 'A private page',
    gone: 'A private page is only here for a few days, and whoever sent it can take it away sooner. If you still need what was on it, ask them for a new link.',
    typeCode: 'Type the code that you were told. It has six numbers.',
    code: 'Code',
    open: 'Open the page',
    noCode:
      'You have no code, or it does not work? Ask whoever sent you the link. After five wrong codes, the link stops working.',
    wrong: 'This is not the code. Type the six numbers that you were told',
    tooMany: 'There were many tries from where you are. Wait ten minutes, then try again',
    inEnglish: '',
    /** Round a name and a moment: who sent it, and how long it is here. */
    from: {before: 'From ', between: '. It is here until ', after: '.'},
    passOn: 'Please do not pass the link on. Print the page, or ask whoever sent it to send it to others too.',
    prints: {usual: 'Ordinary print, one page', large: 'Large print'},
  },
};
