/** What differs between two versions of a guide, for a lead before publishing and for whoever looks back. Pure. */
import {disciplines} from '../access/roles.ts';
import {PRIORITIES} from '../queues/priorities.ts';
import {DISPOSITIONS} from '../calls/dispositions.ts';
import {answerInWords} from './guide-rules.ts';
import {scoreInWords} from './score-form.ts';
import type {Condition, Following, Guide, Question} from './guide-schema.ts';

export interface Difference {
  what: string;
  /** Empty where there was nothing. */
  was: string;
  now: string;
}

/** Every difference, in the order of the later version; what was taken out comes last. */
export function differences(before: Guide, after: Guide): Difference[] {
  const found: Difference[] = [];
  const compare = (what: string, was: string, now: string) => {
    if (was !== now) found.push({what, was, now});
  };
  const about: [string, (guide: Guide) => string][] = [
    ['Title', ({title}) => title],
    ['When to use it', ({when}) => when],
    ['Written by', ({writtenBy}) => writtenBy],
    ['To be looked at again by', ({reviewBy}) => reviewBy],
    ['Sources', ({sources}) => sources.join('; ')],
    ['Needs it is offered with', ({needs}) => needs.join(', ')],
    ['Points', scoreInWords],
  ];
  for (const [what, words] of about) compare(what, words(before), words(after));
  for (const question of after.questions) {
    const was = before.questions.find(({key}) => key === question.key);
    const [then, now] = [was ? questionInWords(before, was) : {}, questionInWords(after, question)];
    for (const part of new Set([...Object.keys(now), ...Object.keys(then)])) {
      compare(`‘${short(question.ask)}’: ${part}`, then[part] ?? '', now[part] ?? '');
    }
  }
  for (const question of before.questions) {
    if (!after.questions.some(({key}) => key === question.key)) {
      found.push({what: `‘${short(question.ask)}’`, was: question.ask, now: ''});
    }
  }
  const order = (guide: Guide, other: Guide) =>
    guide.questions.filter(({key}) => other.questions.some((one) => one.key === key)).map(({ask, key}) => ({ask, key}));
  const [was, now] = [order(before, after), order(after, before)];
  if (was.some(({key}, place) => key !== now[place]?.key)) {
    const inOrder = (list: {key: string}[]) =>
      list.map(({key}) => short(after.questions.find((one) => one.key === key)!.ask)).join(' → ');
    found.push({what: 'Order of the questions', was: inOrder(was), now: inOrder(now)});
  }
  return found;
}

/** A question in words, part by part. */
function questionInWords(guide: Guide, question: Question): Record<string, string> {
  const words: Record<string, string> = {question: question.ask, hint: question.hint ?? ''};
  if (question.kind === 'choice') words.answers = question.options.map(({label}) => label).join('; ');
  if (question.kind === 'number') words.number = `${question.from} to ${question.to} ${question.unit}`;
  words['shown if'] = question.showIf
    .map(({question: key, ...test}) => {
      const earlier = guide.questions.find((one) => one.key === key);
      return earlier ? `‘${short(earlier.ask)}’ is ${testInWords(earlier, test)}` : key;
    })
    .join(' and ');
  words.suggests = question.suggests
    .map(({when, ...following}) => `after ${testInWords(question, when)}: ${allInWords(following)}`)
    .join('; ');
  return words;
}

/** '‘yes’ or ‘not sure’', '2 falls or more'. */
function testInWords(question: Question, test: Omit<Condition, 'question'>): string {
  if (question.kind !== 'number') {
    const answers = (test.is ?? []).map((answer) => `‘${answerInWords(question, answer)}’`).sort();
    return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(answers);
  }
  const {atLeast, atMost} = test;
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost} ${question.unit}`;
  return atLeast !== undefined ? `${atLeast} ${question.unit} or more` : `${atMost} ${question.unit} or less`;
}

/** 'hand on to nursing; priority 2 hours': what would change in a call; empty when nothing would. */
export function followingInWords({priority, discipline, disposition}: Following): string {
  const ending = disposition && (disposition !== 'handed_on' || !discipline) ? DISPOSITIONS[disposition].name : null;
  const words = [
    discipline ? `hand on to ${disciplines[discipline].toLowerCase()}` : null,
    priority ? `priority ${PRIORITIES[priority].name.toLowerCase()}` : null,
    ending ? `end with ‘${ending}’` : null,
  ];
  return words.filter(Boolean).join('; ');
}

function allInWords(following: Following): string {
  const {ring, advice, because} = following;
  const parts = [ring && `ring ${ring}`, followingInWords(following), advice, `because: ${because}`];
  return parts.filter(Boolean).join(', ');
}

const short = (ask: string) => (ask.length > 60 ? `${ask.slice(0, 57).trimEnd()}…` : ask);
