/** For property tests: anything that may be answered to a guide. */
import fc from 'fast-check';
import type {Answers, Guide, Question} from '../../app/domain/guides/guide-schema.ts';

/** Answers of every kind to a guide, right ones and nonsense, to any of its questions. */
export function anyAnswers({questions}: Guide): fc.Arbitrary<Answers> {
  const answerTo = (question: Question): fc.Arbitrary<string> => {
    const nonsense = fc.constantFrom('', ' ', 'perhaps', '-1', '1e9');
    switch (question.kind) {
      case 'yes_no':
        return fc.oneof(fc.constantFrom('yes', 'no', 'not_sure'), nonsense);
      case 'choice':
        return fc.oneof(fc.constantFrom(...question.options.map(({value}) => value)), nonsense);
      case 'number':
        return fc.oneof(fc.integer({min: question.from - 5, max: question.to + 5}).map(String), nonsense);
      case 'text':
        return fc.string({maxLength: 20});
    }
  };
  const fields = Object.fromEntries(questions.map((question) => [question.key, answerTo(question)]));
  return fc.record(fields, {requiredKeys: []}) as fc.Arbitrary<Answers>;
}
