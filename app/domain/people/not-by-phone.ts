import {COMMUNICATION} from './record-choices.ts';

/** Other ways alone: 'Letters only', 'only by text', 'in writing only'. */
const OTHER_WAYS = '(?:letters?|post|writing|e-?mails?|texts?|sms)';
const NOT_BY_PHONE = new RegExp(
  [
    String.raw`\b${OTHER_WAYS} only\b`,
    String.raw`\bonly (?:by |in |write |through )?${OTHER_WAYS}\b`,
    String.raw`\bno (?:tele)?phone(?: calls?)?\b`,
    String.raw`\bno calls?\b(?! (?:before|after|until|on|at|in)\b)`,
    String.raw`\bnot (?:by|on|over) (?:the )?(?:tele)?phone\b`,
    String.raw`\b(?:do not|don[’']t|never) (?:ring|phone|telephone|call)\b(?! (?:before|after|until|on|at|in|between)\b)`,
  ].join('|'),
  'i',
);

/** Whether somebody is to be written to and not rung, by what stands under how to contact them. Safe in the browser. */
export const isNotByPhone = (known: {needs: {kind: string; need: string}[]} | null | undefined): boolean =>
  known?.needs.some(({kind, need}) => kind === COMMUNICATION.contact_method && NOT_BY_PHONE.test(need)) ?? false;
