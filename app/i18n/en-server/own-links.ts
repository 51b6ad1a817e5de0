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

/** What somebody reaches by a private link of their own, without an account: questions, their plan, a service's answer. */
export const ownLinks = {
  goneTitle: 'This link no longer works',
  errorTitle: 'Please check this page',
  error: 'Error',
  tooMany: 'Too much came at once. Wait a few minutes, then send it again.',

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
    heading: 'What matters to me',
    gone: 'Whoever gave it to you can send a new one, or print your plan for you.',
    toPrint: 'You can print this page from the menu of your browser.',
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
      person: 'Agreed: by the person.',
      together: 'Agreed: by the person, with somebody they trust.',
      carer: 'Agreed: by somebody who cares for them.',
      attorney: 'Agreed: by their attorney.',
    } satisfies Record<AgreedBy, string>,
  },

  /** A service answers whether somebody may join. */
  onward: {
    title: 'Somebody would like to join you',
    gone: 'It has run out or was taken back. Whoever sent it to you can tell you more.',
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
    notNow: 'It has gone on meanwhile. This is how it stands now.',
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
};
