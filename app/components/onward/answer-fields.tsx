import {Button, Select, TextInput} from 'nhsuk-react-components';
import type {OnwardState} from '../../domain/onward/onward-life.ts';
import type {TypedAnswer} from '../../domain/onward/read-onward.ts';
import type {ServerText} from '../../i18n/en-server.ts';
import {OneOf} from '../staff/choice-set.tsx';

/** In the language of whoever answers: the service itself, or a worker who heard it from them. */
export type AnswerWords = ServerText['ownLinks']['onward']['form'];

interface AnswerFieldsProps {
  /** Told apart where a page has several. */
  name: string;
  answers: OnwardState[];
  attended: number;
  typed: TypedAnswer | null;
  problems: Record<string, string>;
  words: AnswerWords;
  button: string;
}

/** One answer of a service: all its questions at once, so that it works without JavaScript. */
export function AnswerFields({name, answers, attended, typed, problems, words, button}: AnswerFieldsProps) {
  const id = (field: string) => (name ? `${field}-${name}` : field);
  const errorProps = {visuallyHiddenText: words.error};
  return (
    <>
      <OneOf
        id={id('becomes')}
        name="becomes"
        legend={words.becomes}
        options={answers.map((key) => ({key, name: words.answers[key as keyof AnswerWords['answers']]}))}
        value={typed?.becomes}
        error={problems.becomes}
        errorProps={errorProps}
      />
      {answers.includes('declined') && (
        <Select
          id={id('reason')}
          name="reason"
          label={words.reason}
          defaultValue={typed?.reason ?? ''}
          error={problems.reason}
          errorProps={errorProps}
        >
          <Select.Option value="">{words.chooseReason}</Select.Option>
          {Object.entries(words.reasons).map(([key, reason]) => (
            <Select.Option key={key} value={key}>
              {reason}
            </Select.Option>
          ))}
        </Select>
      )}
      {answers.includes('started') && (
        <TextInput
          id={id('times')}
          name="times"
          label={words.times}
          inputMode="numeric"
          width={4}
          autoComplete="off"
          defaultValue={typed?.times ?? String(attended)}
          error={problems.times}
          errorProps={errorProps}
        />
      )}
      {answers.includes('ended') && (
        <Select
          id={id('how')}
          name="how"
          label={words.how}
          defaultValue={typed?.how ?? ''}
          error={problems.how}
          errorProps={errorProps}
        >
          <Select.Option value="">{words.chooseHow}</Select.Option>
          {Object.entries(words.endings).map(([key, ending]) => (
            <Select.Option key={key} value={key}>
              {ending}
            </Select.Option>
          ))}
        </Select>
      )}
      <Button type="submit">{button}</Button>
    </>
  );
}
