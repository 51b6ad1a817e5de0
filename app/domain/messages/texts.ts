/**
 * Every message that leaves the house, in plain words. They are read on other people's screens and pass through other
 * people's machines: no message holds more about anybody than it needs, and none says who a record is about.
 */
export interface Text {
  subject: string;
  body: string;
}

const lines = (...all: string[]) => all.join('\n\n');

/** To someone who is to work here: a link that lets them choose a password. */
export const invitation = (facts: {name: string; partnerName: string; link: string; days: number}): Text => ({
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
export const passwordReset = (facts: {name: string; link: string; minutes: number}): Text => ({
  subject: 'Choose a new password for Fingerpost',
  body: lines(
    `Hello ${facts.name}`,
    'Someone, we hope you, asked for a new password. Choose one here:',
    facts.link,
    `The link works once, for ${facts.minutes} minutes.`,
    'If it was not you, you can leave this message. Your password stays as it is.',
  ),
});

/** To someone whose password was changed, so that they notice if it was not by them. */
export const passwordChanged = (facts: {name: string}): Text => ({
  subject: 'Your Fingerpost password was changed',
  body: lines(
    `Hello ${facts.name}`,
    'Your password was changed just now. You have been signed out everywhere else.',
    'If it was not you, tell whoever looks after accounts at once. They can close the account until it is safe.',
  ),
});

/** To someone whose code app was taken off their account, because they lost the telephone or someone said so. */
export const codeAppCleared = (facts: {name: string}): Text => ({
  subject: 'Your Fingerpost code app was removed',
  body: lines(
    `Hello ${facts.name}`,
    'The app that makes your sign-in codes was removed from your account, and you have been signed out. ' +
      'You will be asked to set up an app when you next sign in.',
    'If you did not ask for this, tell whoever looks after accounts at once.',
  ),
});

/** To a records officer: somebody opened a record without consent, in an emergency. Only its reference is said. */
export const emergencyAlert = (facts: {
  staffName: string;
  partnerName: string;
  reference: string;
  link: string;
}): Text => ({
  subject: `Emergency access to record ${facts.reference}`,
  body: lines(
    `${facts.staffName} of ${facts.partnerName} opened record ${facts.reference} just now with emergency access.`,
    'It lasts 60 minutes. Please read the reason they gave, and say whether it was right:',
    facts.link,
  ),
});
