/**
 * What a guide shows and suggests, given what was answered so far. Pure, so that the call page works it out as one types.
 * A guide suggests and never decides: what it suggests only ever makes something more urgent, and a person takes it over.
 */
import {PRIORITIES, type Priority} from '../queues/priorities.ts';
import {listOf} from '../calls/call-fields.ts';
import {
  YES_NO_ANSWERS,
  type Answers,
  type Condition,
  type Following,
  type Guide,
  type Question,
} from './guide-schema.ts';

export interface Suggestion extends Following {
  /** Stays the same for as long as it follows from the same answer. */
  id: string;
  /** The question it follows from, or the name of the score. */
  from: string;
}

/** Number as people type it: '38,5', ' 96 %'. Null when it is none. */
export function typedNumber(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s|%|°c?$/gi, '')
    .replace(',', '.');
  return /^-?\d{1,6}(\.\d{1,3})?$/.test(plain) ? Number(plain) : null;
}

/** What is wrong with an answer, in words; null when nothing is. No answer is no mistake: every question may be skipped. */
export function answerProblem(question: Question, answer: string | undefined): string | null {
  if (!answer?.trim()) return null;
  switch (question.kind) {
    case 'yes_no':
      return Object.hasOwn(YES_NO_ANSWERS, answer) ? null : 'Choose one of the answers';
    case 'choice':
      return question.options.some(({value}) => value === answer) ? null : 'Choose one of the answers';
    case 'text':
      return answer.length > 1000 ? 'Use 1,000 letters at most' : null;
    case 'number': {
      const number = typedNumber(answer);
      if (number === null) return 'Write a number in figures';
      const {from, to, unit, decimals} = question;
      if (number < from || number > to) return `Check it: it should be between ${from} and ${to} ${unit}`;
      return decimals === 0 && !Number.isInteger(number) ? 'Write a whole number' : null;
    }
  }
}

/** The questions to be asked, in order: those whose conditions hold. What was answered to a hidden one counts for nothing. */
export function shownQuestions(guide: Guide, answers: Answers): Question[] {
  const shown = new Map<string, Question>();
  for (const question of guide.questions) {
    const holds = question.showIf.every((condition) => {
      const earlier = shown.get(condition.question);
      return earlier !== undefined && meets(earlier, answers[earlier.key], condition);
    });
    if (holds) shown.set(question.key, question);
  }
  return [...shown.values()];
}

function meets(question: Question, answer: string | undefined, test: Omit<Condition, 'question'>): boolean {
  if (!answer?.trim() || answerProblem(question, answer)) return false;
  if (question.kind !== 'number') return test.is?.includes(answer) ?? false;
  const number = typedNumber(answer)!;
  if (test.atLeast === undefined && test.atMost === undefined) return false;
  return number >= (test.atLeast ?? -Infinity) && number <= (test.atMost ?? Infinity);
}

interface Score {
  name: string;
  points: number;
  /** The most that any one part gave. */
  most: number;
  /** How many of its questions are answered, of how many that are shown. */
  answered: number;
  of: number;
}

/** The points so far; null for a guide without a score, or before anything was measured. What is missing counts 0. */
export function scoreOf(guide: Guide, answers: Answers): Score | null {
  if (!guide.score) return null;
  const shown = new Map(shownQuestions(guide, answers).map((question) => [question.key, question]));
  const parts = guide.score.parts.filter(({question}) => shown.has(question));
  const points = parts.flatMap(({question: key, bands, answers: byAnswer}) => {
    const answer = answers[key];
    if (!answer?.trim() || answerProblem(shown.get(key)!, answer)) return [];
    if (byAnswer) return [byAnswer[answer] ?? 0];
    return [bands!.find(({upTo}) => upTo === undefined || typedNumber(answer)! <= upTo)?.points ?? 0];
  });
  if (points.length === 0) return null;
  const sum = points.reduce((total, one) => total + one, 0);
  return {name: guide.score.name, points: sum, most: Math.max(...points), answered: points.length, of: parts.length};
}

/** Everything that follows from what was answered, the most urgent first. */
export function suggestionsOf(guide: Guide, answers: Answers): Suggestion[] {
  const found: Suggestion[] = shownQuestions(guide, answers).flatMap((question) =>
    question.suggests
      .map((suggestion, place) => ({...suggestion, id: `${question.key}-${place + 1}`, from: question.key}))
      .filter(({when}) => meets(question, answers[question.key], when))
      .map(({when: _when, ...following}) => following),
  );
  const score = scoreOf(guide, answers);
  if (score) {
    const following = guide
      .score!.suggests.map((suggestion, place) => ({...suggestion, id: `score-${place + 1}`, from: score.name}))
      .filter(({total, one}) => (total !== undefined ? score.points >= total : score.most >= one!))
      .map(({total: _total, one: _one, ...rest}) => rest);
    // One line for the score: the most urgent thing that it says.
    found.push(...following.sort((one, other) => rank(one) - rank(other)).slice(0, 1));
  }
  return found
    .map((suggestion, place) => ({suggestion, place}))
    .sort((one, other) => rank(one.suggestion) - rank(other.suggestion) || one.place - other.place)
    .map(({suggestion}) => suggestion);
}

const priorityOrder = Object.keys(PRIORITIES) as Priority[];
const isPriority = (value: string | undefined): value is Priority => priorityOrder.includes(value as Priority);

/** From 0, the most urgent. What rings a number comes before what does not. */
function rank({ring, priority}: Following): number {
  if (ring === '999') return 0;
  const place = priority ? priorityOrder.indexOf(priority) : priorityOrder.length;
  return 1 + place + (ring === '111' ? 0 : 0.5);
}

/** The more urgent of two priorities. */
function moreUrgent(one: Priority | undefined, other: Priority | undefined): Priority | undefined {
  if (!one || !other) return one ?? other;
  return priorityOrder.indexOf(one) <= priorityOrder.indexOf(other) ? one : other;
}

/** The fields of a call that a suggestion has something to say about. */
export interface Endings {
  endings?: string;
  handOnTo?: string;
  handOnPriority?: string;
}

/**
 * What changes in a call when somebody takes a suggestion over: only the fields that change. A priority is raised and never
 * lowered; a way of ending is added to those already chosen.
 */
export function takeOver(suggestion: Following, now: Endings): Endings {
  const changes: Endings = {};
  const {priority, discipline} = suggestion;
  // A priority or a discipline belongs to handing on.
  const disposition = suggestion.disposition ?? (discipline ? 'handed_on' : undefined);
  if (priority) {
    const current = isPriority(now.handOnPriority) ? now.handOnPriority : undefined;
    const raised = moreUrgent(current, priority);
    if (raised !== current) changes.handOnPriority = raised;
  }
  if (discipline && discipline !== now.handOnTo) changes.handOnTo = discipline;
  const endings = listOf(now.endings);
  if (disposition && !endings.includes(disposition)) changes.endings = [...endings, disposition].join(',');
  return changes;
}

/** An answer in words, for whoever reads it later. */
export function answerInWords(question: Question, answer: string): string {
  if (question.kind === 'yes_no') return YES_NO_ANSWERS[answer as keyof typeof YES_NO_ANSWERS] ?? answer;
  if (question.kind === 'choice') return question.options.find(({value}) => value === answer)?.label ?? answer;
  return question.kind === 'number' ? `${answer} ${question.unit}` : answer;
}

/** What was asked and answered, for the page of a closed call. What was not answered is left out. */
export function answersInWords(guide: Guide, answers: Answers): {ask: string; answer: string}[] {
  return shownQuestions(guide, answers).flatMap((question) => {
    const answer = answers[question.key];
    return answer?.trim() ? [{ask: question.ask, answer: answerInWords(question, answer)}] : [];
  });
}
