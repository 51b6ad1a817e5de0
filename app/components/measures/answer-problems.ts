import type {AnswerProblem} from '../../domain/measures/score.ts';
import type {ServerText} from '../../i18n/en-server.ts';

/** What is wrong with answers, in the words of a language. */
export const answerProblems = (
  problems: Record<string, AnswerProblem>,
  words: ServerText['ownLinks']['answers']['problems'],
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).map(([key, problem]) => {
      const {topic} = problem;
      if (problem.what === 'words') return [key, words.words(topic, problem.most)];
      if (problem.what === 'choice') return [key, words.choice(topic)];
      return [key, words.number(topic, problem.from, problem.to)];
    }),
  );
