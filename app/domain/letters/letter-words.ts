/** What letters say before somebody changes them. Pure; every word can be edited before it is sent. */
import {CLOSE_REASONS, type CloseReason} from '../cases/case-choices.ts';
import {SNOMED_CODES, type SnomedCode} from './snomed-codes.ts';

export const LETTER_KINDS = {
  gp_first: {name: 'To the GP: we have begun', event: 'To the GP: begun'},
  gp_closure: {name: 'To the GP: we have ended', event: 'To the GP: ended'},
  referrer: {name: 'To whoever referred', event: 'To whoever referred'},
  person: {name: 'To the person', event: 'To the person'},
} as const;
export type LetterKind = keyof typeof LETTER_KINDS;
export const isLetterKind = (kind: unknown): kind is LetterKind =>
  typeof kind === 'string' && Object.hasOwn(LETTER_KINDS, kind);

export interface LetterFacts {
  name: string;
  /** In words, as '3 March 1950'. */
  born: string | null;
  partnerName: string;
  workerName: string;
  reference: string;
  theirReference: string | null;
  referredOn: string;
  firstContactOn: string | null;
  closedOn: string | null;
  closeReason: CloseReason | null;
  outcome: string | null;
  contacts: number;
  needs: string[];
  nextStep: string | null;
}

/** The code that stands in a letter: the referral once in a case, the refusal where it ended with one. */
export function codeFor(
  kind: LetterKind,
  facts: Pick<LetterFacts, 'closeReason'>,
  isFirst: boolean,
): SnomedCode | null {
  if (kind === 'gp_first' && isFirst) return SNOMED_CODES.referral;
  if (kind === 'gp_closure' && facts.closeReason === 'declined') return SNOMED_CODES.declined;
  return null;
}

export const codeLine = ({code, display}: SnomedCode): string => `SNOMED CT: ${code} | ${display} |`;

const paragraphs = (...all: (string | null | false)[]) => all.filter(Boolean).join('\n\n');
const listed = (words: string[]) => new Intl.ListFormat('en-GB').format(words.map((one) => one.toLowerCase()));

/** The body of a letter, from greeting to signature. */
export function letterBody(kind: LetterKind, facts: LetterFacts, code: SnomedCode | null): string {
  const {name, born, partnerName, workerName, reference, needs, contacts} = facts;
  const about = `About ${name}${born ? `, born ${born}` : ''}. Our reference: ${reference}.`;
  const end = `Yours sincerely\n${workerName}\n${partnerName}`;
  const met = `We were in touch ${contacts} ${contacts === 1 ? 'time' : 'times'}.`;
  switch (kind) {
    case 'gp_first':
      return paragraphs(
        'Dear colleague',
        about,
        `${name} was referred to us on ${facts.referredOn}${facts.firstContactOn ? `, and we first spoke on ${facts.firstContactOn}` : ''}. A link worker walks along with them for some weeks.`,
        needs.length > 0 && `What they would like help with: ${listed(needs)}.`,
        facts.nextStep && `What comes next: ${facts.nextStep}.`,
        `${name} agreed that we write to you. Nothing is asked of you.`,
        code && `Please record this in their notes. ${codeLine(code)}`,
        end,
      );
    case 'gp_closure':
      return paragraphs(
        'Dear colleague',
        about,
        `Our work together ended${facts.closedOn ? ` on ${facts.closedOn}` : ''}. ${met}`,
        facts.closeReason && `How it ended: ${CLOSE_REASONS[facts.closeReason].toLowerCase()}.`,
        facts.outcome && `What came of it: ${facts.outcome}`,
        `You can refer ${name} again at any time.`,
        code && `Please record this in their notes. ${codeLine(code)}`,
        end,
      );
    case 'referrer':
      return paragraphs(
        'Dear colleague',
        `Thank you for referring ${name} to us.${facts.theirReference ? ` Your reference: ${facts.theirReference}.` : ''} Our reference: ${reference}.`,
        facts.closedOn
          ? `Our work together ended on ${facts.closedOn}. ${met}`
          : facts.firstContactOn
            ? `We first spoke on ${facts.firstContactOn}, and walk along with them for some weeks.`
            : 'We have taken it on, and try to reach them.',
        `${name} agreed that you hear this.`,
        end,
      );
    case 'person':
      return paragraphs(
        `Dear ${name}`,
        facts.closedOn
          ? 'Thank you for letting me walk along with you for a while.'
          : 'This is to say what we talked about, and what comes next.',
        facts.closedOn ? facts.outcome : facts.nextStep && `What comes next: ${facts.nextStep}.`,
        `You can always come back to us. Say this number, so that we find you at once: ${reference}.`,
        `With good wishes\n${workerName}\n${partnerName}`,
      );
  }
}

/** Whether an address is one to which a letter about a patient may go by e-mail: secure mail of the NHS (DCB1596). */
export const isNhsMail = (email: string): boolean => /@([a-z0-9-]+\.)*nhs\.(net|uk)$/i.test(email);

/** Why a letter may not be sent, in words for whoever wanted to. */
export const REFUSED = {
  not_asked: 'They have not been asked yet. Ask them, then say below who agreed and how.',
  refused:
    'They do not want this shared: their record says so, or that you may not come near it. Only a new consent in their record changes that.',
  no_referrer: 'Nobody referred them who could be written to.',
  referrer_refused: 'They have not agreed that whoever referred them hears how it goes on.',
  not_checked: 'Whoever referred has not shown that this work address is theirs. Print the letter instead.',
  not_nhs: 'By e-mail it may go only to an address that ends in nhs.net or nhs.uk. Print the letter instead.',
  not_safe: 'Their record says that nothing may be sent there.',
  not_wanted: 'They have said that they do not want to be reached in this way.',
  died: 'The case was closed because they died. Write to their family by hand, if at all.',
} as const;
export type LetterRefusal = keyof typeof REFUSED;
