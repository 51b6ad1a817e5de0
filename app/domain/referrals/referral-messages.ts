/**
 * What whoever referred somebody is told by e-mail, and only where the person agrees. No message names anybody or says what
 * it is about: mail is read on other people's screens.
 */
import type {Text} from '../messages/texts.ts';

const lines = (...all: (string | null)[]) => all.filter(Boolean).join('\n\n');

interface Facts {
  reference: string;
  /** Their own number for it, if they gave one. */
  theirReference?: string | null;
  providerName: string;
}

const head = ({reference, theirReference}: Facts) =>
  `This is about referral ${reference}${theirReference ? ` (your reference ${theirReference})` : ''}.`;

/** To a professional, at once. @param link shows that the work address is theirs */
export const receivedMessage = (facts: Facts & {link: string | null}): Text => ({
  subject: `Referral ${facts.reference}: received`,
  body: lines(
    head(facts),
    `Thank you. ${facts.providerName} has it and will be in touch with the person.`,
    facts.link && `Please open this link and say that the referral came from you. It needs no account:\n${facts.link}`,
    'If you did not send a referral, you can leave this message.',
  ),
});

const SAID = {
  accepted: 'A link worker has taken it up and will get in touch with the person.',
  more_asked: 'The link workers have a question before they can begin.',
  first_contact: 'A link worker has now been in touch with the person.',
  declined: 'The link workers will not take it up themselves.',
  closed: 'The link worker’s support has come to an end.',
} as const;
export type ReferrerNews = keyof typeof SAID;

/** As the subject of the mail, and as it stands in what happened. */
export const NEWS_NAMES: Record<ReferrerNews, string> = {
  accepted: 'accepted',
  more_asked: 'a question',
  first_contact: 'first contact',
  declined: 'not taken up',
  closed: 'ended',
};

/** What stands behind the link that goes with some news. */
const BEHIND: Partial<Record<ReferrerNews, string>> = {
  more_asked: 'Read it and answer it here. You need no account:',
  declined: 'What may help instead stands here. You need no account:',
};

/** How it goes on. @param facts.link to what is asked, or to what may help instead */
export const newsMessage = (news: ReferrerNews, {link, ...facts}: Facts & {link: string | null}): Text => ({
  subject: `Referral ${facts.reference}: ${NEWS_NAMES[news]}`,
  body: lines(
    head(facts),
    `${facts.providerName} writes: ${SAID[news]}`,
    link && BEHIND[news] ? `${BEHIND[news]}\n${link}` : null,
  ),
});

/** To somebody who asked for themselves and left an address: what happens next, and nothing of what they wrote. */
export const askedMessage = (facts: Facts): Text => ({
  subject: `We have your message: ${facts.reference}`,
  body: lines(
    `Thank you. Your reference is ${facts.reference}.`,
    `${facts.providerName} will get in touch with you, usually within a week, in the way you asked for.`,
    'If you are in danger, ring 999. If you feel you cannot go on, you can ring 111 and choose the mental health option, at any hour.',
  ),
});
