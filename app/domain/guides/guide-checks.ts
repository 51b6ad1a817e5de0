/** What the shape of a guide cannot say alone: that its parts fit each other. */
import type {z} from 'zod';
import type {conditionShape, questionShape, scoreShape, suggestionShape} from './guide-shapes.ts';

type Question = z.output<typeof questionShape>;
type Test = Omit<z.output<typeof conditionShape>, 'question'>;

interface GuideProblem {
  path: (string | number)[];
  message: string;
}

interface Parts {
  questions: Question[];
  score?: z.output<typeof scoreShape>;
}

/** Everything in which the questions, conditions, suggestions and points of a guide do not fit together. */
export function problemsOfGuide({questions, score}: Parts): GuideProblem[] {
  const problems: GuideProblem[] = [];
  const say = (path: (string | number)[], message: string) => problems.push({path, message});
  const before = new Map<string, Question>();
  for (const [place, question] of questions.entries()) {
    const at = ['questions', place];
    if (before.has(question.key)) say([...at, 'key'], `there are two questions called ${question.key}`);
    for (const [index, condition] of question.showIf.entries()) {
      const earlier = before.get(condition.question);
      const where = [...at, 'showIf', index];
      if (earlier) checkTest(earlier, condition, where, say);
      else say(where, `no earlier question is called ${condition.question}`);
    }
    for (const [index, suggestion] of question.suggests.entries()) {
      const where = [...at, 'suggests', index];
      checkTest(question, suggestion.when, where, say);
      checkFollowing(suggestion, where, say);
    }
    if (question.kind === 'number' && question.from >= question.to) say([...at, 'to'], 'must be more than from');
    if (question.kind === 'choice') {
      const values = question.options.map(({value}) => value);
      if (new Set(values).size < values.length) say([...at, 'options'], 'two answers have the same key');
    }
    before.set(question.key, question);
  }
  if (score) checkScore(score, before, say);
  return problems;
}

type Say = (path: (string | number)[], message: string) => void;

function checkTest(question: Question, test: Test, at: (string | number)[], say: Say) {
  const isNumber = question.kind === 'number';
  const hasBounds = test.atLeast !== undefined || test.atMost !== undefined;
  if (question.kind === 'text') return say(at, 'nothing can follow from words that are typed freely');
  if (isNumber && (!hasBounds || test.is)) return say(at, 'of a number only atLeast and atMost can be asked');
  if (!isNumber && (hasBounds || !test.is)) return say(at, 'expected one or more of the answers');
  if (test.atLeast !== undefined && test.atMost !== undefined && test.atLeast > test.atMost) {
    say(at, 'no number is at least the one and at most the other');
  }
  for (const answer of test.is ?? []) {
    if (!answersOf(question).includes(answer)) say(at, `${answer} is no answer to ${question.key}`);
  }
}

function answersOf(question: Question): string[] {
  if (question.kind === 'yes_no') return ['yes', 'no', 'not_sure'];
  return question.kind === 'choice' ? question.options.map(({value}) => value) : [];
}

type Following = Omit<z.output<typeof suggestionShape>, 'when'>;

function checkFollowing(following: Following, at: (string | number)[], say: Say) {
  const {priority, discipline, disposition, ring, advice} = following;
  if (!priority && !discipline && !disposition && !ring && !advice) say(at, 'suggests nothing');
  if (priority === 'emergency' && ring !== '999') say(at, 'an emergency has to say: ring 999');
}

function checkScore(score: NonNullable<Parts['score']>, questions: Map<string, Question>, say: Say) {
  for (const [place, {question: key, bands, answers}] of score.parts.entries()) {
    const at = ['score', 'parts', place];
    const question = questions.get(key);
    if (!question) say(at, `the score needs a question called ${key}`);
    else if (question.kind === 'number') {
      const bounds = (bands ?? []).slice(0, -1).map(({upTo}) => upTo ?? NaN);
      const rises = bounds.every((bound, index) => index === 0 || bound > bounds[index - 1]!);
      if (!bands || bands.at(-1)?.upTo !== undefined || bounds.some(Number.isNaN) || !rises) {
        say(at, 'expected bands that rise, the last of them without a bound');
      }
    } else if (!answers || answersOf(question).some((answer) => !Object.hasOwn(answers, answer))) {
      say(at, `expected points for each answer to ${key}`);
    }
  }
  for (const [place, suggestion] of score.suggests.entries()) {
    const at = ['score', 'suggests', place];
    if ((suggestion.total === undefined) === (suggestion.one === undefined)) say(at, 'expected either total or one');
    checkFollowing(suggestion, at, say);
  }
}
