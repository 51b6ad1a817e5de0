/**
 * Every message that leaves the house, in plain words. They are read on other people's screens and pass through other
 * people's machines: no message holds more about anybody than it needs, and none says whom a record is about.
 */
export interface Text {
  subject: string;
  body: string;
}

const lines = (...all: string[]) => all.join('\n\n');

/** To someone who is to work here: a link that lets them choose a password. */
export const invitationMessage = (facts: {name: string; partnerName: string; link: string; days: number}): Text => ({
  subject: 'Your Fingerpost account',
  body: lines(
    `Hello ${facts.name}`,
    `${facts.partnerName} has made an account for you on Fingerpost. Choose a password here:`,
    facts.link,
    `The link works once, for ${facts.days} days. If it has run out, ask whoever looks after accounts for a new one.`,
    'If you do not know what this is about, you can leave it. Nothing happens until a password is chosen.',
  ),
});

/** To someone who asked for a new password, at the address of an account that exists. */
export const resetMessage = (facts: {link: string}): Text => ({
  subject: 'Choose a new password for Fingerpost',
  body: lines(
    'Hello',
    'Someone, we hope you, asked for a new password for Fingerpost. Choose one here:',
    facts.link,
    'The link works once, for one hour.',
    'If it was not you, you can leave this message. Your password stays as it is.',
  ),
});

/** To someone whose code app was taken off their account, because they lost the telephone or someone said so. */
export const codeAppClearedMessage = (facts: {name: string}): Text => ({
  subject: 'Your Fingerpost code app was removed',
  body: lines(
    `Hello ${facts.name}`,
    'The app that makes your sign-in codes was removed from your account, and you have been signed out. ' +
      'You will be asked to set up an app when you next sign in.',
    'If you did not ask for this, tell whoever looks after accounts at once.',
  ),
});

/** To whoever was agreed on: a private page. Neither the person nor what it is about is said, and the code goes another way. */
export const privatePageMessage = (facts: {partnerName: string; link: string; until: string}): Text => ({
  subject: 'A private page for you',
  body: lines(
    `${facts.partnerName} has put a page together for you, as agreed. Open it here:`,
    facts.link,
    `You need the code that you were told. The page is there until ${facts.until}.`,
    'If you do not know what this is about, you can leave it. The page does not open without the code.',
  ),
});

/** To the provider of a service: a link to what somebody agreed to share. The message itself says nothing of them. */
export const onwardMessage = (facts: {serviceName: string; link: string; days: number}): Text => ({
  subject: 'Somebody would like to join you',
  body: lines(
    'Hello',
    `A link worker asks whether somebody can join ${facts.serviceName}. Read what they agreed to share, and answer, here:`,
    facts.link,
    `You need no account. The link works for ${facts.days} days; keep it, and you can say later how it goes.`,
    'Please do not pass it on outside your organisation.',
  ),
});

/** To the same, some days later: nobody has answered yet. */
export const onwardNudgeMessage = (facts: {serviceName: string; link: string; days: number}): Text => ({
  subject: 'Somebody would still like to join you',
  body: lines(
    'Hello',
    `Some days ago a link worker asked whether somebody can join ${facts.serviceName}. There is no answer yet. A yes and a no both help them:`,
    facts.link,
    `It is the same link as before. You need no account, and it works for ${facts.days} days from the first message.`,
    'If you have answered by telephone meanwhile, you can leave this. Please do not pass it on outside your organisation.',
  ),
});

/** To somebody with whom a link worker walks: a link that asks a few questions. It says nothing of what they are about. */
export const measureMessage = (facts: {link: string; days: number}): Text => ({
  subject: 'A few questions for you',
  body: lines(
    'Hello',
    'The person who is supporting you would like to know how you are. It takes about three minutes:',
    facts.link,
    `The link is yours alone and works for ${facts.days} days. You can leave out any question.`,
  ),
});

/** To somebody who wants their own copy of what was agreed with them. */
export const planMessage = (facts: {link: string; days: number}): Text => ({
  subject: 'Your copy',
  body: lines(
    'Hello',
    'Here is your copy of what we wrote down together:',
    facts.link,
    `The link is yours alone and works for ${facts.days} days. You can print the page or save it.`,
  ),
});

/** To whoever a letter is for. The letter itself is behind the link. */
export const letterMessage = (facts: {link: string; days: number}): Text => ({
  subject: 'A letter for you',
  body: lines(
    'Hello',
    'There is a letter for you here:',
    facts.link,
    `The link is yours alone and works for ${facts.days} days. You can print the page or save it.`,
  ),
});

/** To whoever leads somebody who should be back from a visit. Neither whom they visit nor where is said. */
export const visitOverdueMessage = (facts: {staffName: string; backBy: string; link: string | null}): Text => ({
  subject: `${facts.staffName} is not back from a visit`,
  body: lines(
    `${facts.staffName} wanted to be back from a visit by ${facts.backBy} and has not said that they are.`,
    'Ring them now. Where they are, and who went with them, stands here:',
    facts.link ?? 'Fingerpost, Caseload, The team.',
    'When you know that they are safe, say so there. If you cannot reach them, do what your lone-working policy says.',
  ),
});
