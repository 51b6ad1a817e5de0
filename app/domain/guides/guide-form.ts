/**
 * A question of a guide as the fields of a form, and back: `option.0.label`, `if.<question>.<answer>`, `s.0.because`. What
 * was typed stays flat, so that a form that is refused shows it again as it was. Safe in the browser.
 */
import {followingFields, numberIn, places, readFollowing, type Typed} from './form-parts.ts';
import {slug, unlike} from './guide-keys.ts';
import {guideSchema, type Guide, type Question} from './guide-schema.ts';
import {questionShape} from './guide-shapes.ts';

export type {Typed};
export type ReadGuide = {ok: true; guide: Guide} | {ok: false; problems: Record<string, string>};

/** How many empty lines a form offers beyond what is there. */
export const SPARE_OPTIONS = 2;
const MOST_OPTIONS = 10;
const MOST_SUGGESTIONS = 12;

/** The fields of a form, each once, as typed. */
export function typedFields(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string' && /^[\w.-]{1,100}$/.test(name)) typed[name] = value.slice(0, 2000);
  }
  return typed;
}

/** A question as its form shows it. */
export function fieldsOf(question: Question): Typed {
  const typed: Typed = {ask: question.ask, hint: question.hint ?? '', kind: question.kind};
  if (question.kind === 'number') {
    const {unit, from, to, decimals} = question;
    Object.assign(typed, {unit, from: String(from), to: String(to), decimals: decimals ? 'yes' : ''});
  }
  if (question.kind === 'choice') {
    for (const [place, {value, label}] of question.options.entries()) {
      typed[`option.${place}.value`] = value;
      typed[`option.${place}.label`] = label;
    }
  }
  for (const {question: key, ...test} of question.showIf) Object.assign(typed, testFields(`if.${key}`, test));
  for (const [place, suggestion] of question.suggests.entries()) {
    const {when, ...following} = suggestion;
    Object.assign(typed, testFields(`s.${place}`, when), followingFields(`s.${place}`, following));
  }
  return typed;
}

interface Test {
  is?: string[] | undefined;
  atLeast?: number | undefined;
  atMost?: number | undefined;
}

function testFields(prefix: string, {is = [], atLeast, atMost}: Test): Typed {
  return {
    ...Object.fromEntries(is.map((answer) => [`${prefix}.is.${answer}`, 'yes'])),
    ...(atLeast === undefined ? {} : {[`${prefix}.atLeast`]: String(atLeast)}),
    ...(atMost === undefined ? {} : {[`${prefix}.atMost`]: String(atMost)}),
  };
}

/**
 * Puts a question as typed into its guide: in the place of the one called `key`, or at the end when that is null.
 * @returns the whole guide, or what has to be put right, by the id of the field
 */
export function withQuestion(guide: Guide, key: string | null, typed: Typed): ReadGuide {
  const problems: Record<string, string> = {};
  const before = key === null ? guide.questions : guide.questions.slice(0, placeOf(guide, key));
  const made = {
    key: key ?? newKey(guide, typed.ask ?? ''),
    kind: key === null ? typed.kind : guide.questions[placeOf(guide, key)]?.kind,
    ask: typed.ask ?? '',
    hint: typed.hint?.trim() || undefined,
    showIf: before.flatMap((question) => {
      const test = readTest(typed, `if.${question.key}`, answersOf(question), problems);
      return test ? [{question: question.key, ...test}] : [];
    }),
  };
  const options = made.kind === 'choice' ? readOptions(typed) : null;
  const own = options
    ? {options}
    : made.kind === 'number'
      ? {
          unit: typed.unit ?? '',
          from: numberIn(typed, 'from', problems) ?? NaN,
          to: numberIn(typed, 'to', problems) ?? NaN,
          decimals: typed.decimals ? 1 : 0,
        }
      : {};
  const answers = options?.map(({value}) => value) ?? (made.kind === 'yes_no' ? ['yes', 'no', 'not_sure'] : []);
  const first = made.kind === 'number' ? 'atLeast' : 'when';
  const suggests = readSuggestions(typed, answers, first, problems);
  const read = questionShape.safeParse({...made, ...own, suggests});
  if (!read.success) {
    for (const {path} of read.error.issues) problems[fieldOf(path, first)] ??= WORDS[String(path[0])] ?? MORE;
  }
  if (!read.success || Object.keys(problems).length > 0) return {ok: false, problems};
  const questions =
    key === null
      ? [...guide.questions, read.data]
      : guide.questions.map((question) => (question.key === key ? read.data : question));
  return checked({...guide, questions});
}

/** The guide with one question a place earlier or later, or without it. */
export function rearranged(guide: Guide, key: string, how: 'up' | 'down' | 'remove'): ReadGuide {
  const place = placeOf(guide, key);
  const questions = guide.questions.filter((question) => question.key !== key);
  const question = guide.questions[place];
  if (!question) return {ok: false, problems: {ask: 'Somebody else has taken this question out'}};
  if (how !== 'remove') {
    questions.splice(Math.max(0, place + (how === 'up' ? -1 : 1)), 0, question);
  }
  return checked({...guide, questions});
}

/** What a guide says about itself, as typed. */
export function withAbout(guide: Guide, typed: Typed): ReadGuide {
  const lines = (typed.sources ?? '').split('\n').map((line) => line.trim());
  const date = typed.reviewBy?.trim().match(/^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/);
  const read = guideSchema.safeParse({
    ...guide,
    title: typed.title ?? '',
    when: typed.when ?? '',
    writtenBy: typed.writtenBy ?? '',
    reviewBy: date ? `${date[3]}-${date[2]!.padStart(2, '0')}-${date[1]!.padStart(2, '0')}` : '',
    sources: lines.filter((line) => line !== ''),
  });
  if (read.success) return {ok: true, guide: read.data};
  const fields = read.error.issues.map(({path}) => String(path[0]));
  return {ok: false, problems: Object.fromEntries(fields.map((field) => [field, WORDS[field] ?? MORE]))};
}

/**
 * A new guide: what it says of itself, and its first question, which is answered with yes or no until it is changed.
 * @param taken keys that other guides have, in use or not
 */
export function newGuide(typed: Typed, taken: Iterable<string>): ReadGuide {
  const key = unlike(new Set(taken), slug(typed.title ?? '') || 'guide');
  const ask = typed.ask?.trim() ?? '';
  const first = questionShape.safeParse({key: slug(ask) || 'question', ask, kind: 'yes_no'});
  const placeholder: Question = {key: 'question', ask: 'None yet', kind: 'yes_no', showIf: [], suggests: []};
  const about = withAbout(
    {...{key, title: '', when: '', writtenBy: '', reviewBy: '', sources: [], needs: []}, questions: [placeholder]},
    typed,
  );
  const problems = {...(about.ok ? {} : about.problems), ...(first.success ? {} : {ask: WORDS.ask!})};
  if (!about.ok || !first.success) return {ok: false, problems};
  return checked({...about.guide, questions: [first.data]});
}

export function aboutFields({title, when, writtenBy, reviewBy, sources}: Guide): Typed {
  const [year, month, day] = reviewBy.split('-').map(Number);
  return {title, when, writtenBy, reviewBy: `${day}/${month}/${year}`, sources: sources.join('\n')};
}

/** The answers that can be ticked. */
export function answersOf(question: Question): string[] {
  if (question.kind === 'yes_no') return ['yes', 'no', 'not_sure'];
  return question.kind === 'choice' ? question.options.map(({value}) => value) : [];
}

const placeOf = ({questions}: Guide, key: string) => questions.findIndex((question) => question.key === key);

/** The whole guide once more: a question may be right in itself and leave another without what it depends on. */
function checked(guide: Guide): ReadGuide {
  const read = guideSchema.safeParse(guide);
  if (read.success) return {ok: true, guide: read.data};
  const [issue] = read.error.issues;
  const [part, place] = issue!.path;
  if (part === 'score') return {ok: false, problems: {ask: 'The score of this guide needs this question as it was'}};
  const other = part === 'questions' ? guide.questions[Number(place)] : undefined;
  return {
    ok: false,
    problems: {ask: other ? `This does not go with the question ‘${other.ask}’, which depends on it` : MORE},
  };
}

function readOptions(typed: Typed): {value: string; label: string}[] {
  const taken = new Set<string>();
  return places(typed, 'option', MOST_OPTIONS).flatMap((place) => {
    const label = typed[`option.${place}.label`]?.trim();
    if (!label) return [];
    const value = unlike(taken, typed[`option.${place}.value`] || slug(label) || 'answer');
    taken.add(value);
    return [{value, label}];
  });
}

/** Beside what a problem stands that is about no one answer: the boxes, or the first bound of a number. */
type FirstOfTest = 'when' | 'atLeast';

function readSuggestions(typed: Typed, answers: string[], first: FirstOfTest, problems: Record<string, string>) {
  return places(typed, 's', MOST_SUGGESTIONS).flatMap((place) => {
    const row = `s.${place}`;
    const {words, isEmpty, isRemoved, check} = readFollowing(typed, row);
    const when = readTest(typed, row, answers, problems);
    if (isRemoved || (isEmpty && !when)) return [];
    if (!when) problems[`${row}.${first}`] ??= 'Say after which answers it is suggested';
    check(problems);
    return [{when: when ?? {}, ...words}];
  });
}

function readTest(typed: Typed, prefix: string, answers: string[], problems: Record<string, string>): Test | null {
  const is = answers.filter((answer) => typed[`${prefix}.is.${answer}`]);
  const atLeast = numberIn(typed, `${prefix}.atLeast`, problems);
  const atMost = numberIn(typed, `${prefix}.atMost`, problems);
  if (is.length === 0 && atLeast === undefined && atMost === undefined) return null;
  return {
    ...(is.length > 0 ? {is} : {}),
    ...(atLeast === undefined ? {} : {atLeast}),
    ...(atMost === undefined ? {} : {atMost}),
  };
}

/** A key that stays with the question for good, made from its first words. */
const newKey = ({questions}: Guide, ask: string) =>
  unlike(new Set(questions.map(({key}) => key)), slug(ask) || 'question');

/** Where in the form the trouble is: ids of fields are their names. */
function fieldOf([part, place, name]: PropertyKey[], first: FirstOfTest): string {
  if (part === 'suggests') return `s.${String(place)}.${name === 'when' ? first : String(name ?? 'priority')}`;
  return part === 'options' ? 'option.0.label' : String(part);
}

const MORE = 'Check this';
const WORDS: Record<string, string> = {
  ask: 'Write the question, in 300 letters at most',
  hint: 'Use 400 letters at most',
  kind: 'Choose what kind of answer it has',
  options: 'Write at least two answers, each in 120 letters at most',
  unit: 'Say in what it is measured',
  from: 'Write the lowest number that is possible',
  to: 'Write the highest number that is possible',
  title: 'Write a title, in 80 letters at most',
  when: 'Say when to use it, in 400 letters at most',
  writtenBy: 'Say who wrote it, in 300 letters at most',
  reviewBy: 'Write a date like 30/11/2027',
  sources: 'Name at least one source and at most 12, each on a line of its own',
};
