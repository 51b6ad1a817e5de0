import {Button, Radios, Select, TextInput} from 'nhsuk-react-components';
import {DECLINE_REASONS, ENDINGS, type OnwardState} from '../../domain/onward/onward-life.ts';
import type {TypedAnswer} from '../../domain/onward/read-onward.ts';

const ANSWERS: Partial<Record<OnwardState, string>> = {
  accepted: 'Yes, they are welcome',
  declined: 'No, not now',
  started: 'They have started, or come again',
  ended: 'It has ended',
};

interface AnswerFieldsProps {
  /** Told apart where a page has several. */
  name: string;
  answers: OnwardState[];
  attended: number;
  typed: TypedAnswer | null;
  problems: Record<string, string>;
  button: string;
}

/** One answer of a service: all its questions at once, so that it works without JavaScript. */
export function AnswerFields({name, answers, attended, typed, problems, button}: AnswerFieldsProps) {
  const id = (field: string) => (name ? `${field}-${name}` : field);
  return (
    <>
      <Radios id={id('becomes')} name="becomes" legend="The answer" legendProps={{size: 's'}} error={problems.becomes}>
        {answers.map((answer) => (
          <Radios.Item
            key={answer}
            id={id(`becomes-${answer}`)}
            value={answer}
            defaultChecked={typed?.becomes === answer}
          >
            {ANSWERS[answer]}
          </Radios.Item>
        ))}
      </Radios>
      {answers.includes('declined') && (
        <Select
          id={id('reason')}
          name="reason"
          label="If not, why"
          defaultValue={typed?.reason ?? ''}
          error={problems.reason}
        >
          <Select.Option value="">Choose a reason</Select.Option>
          {Object.entries(DECLINE_REASONS).map(([key, words]) => (
            <Select.Option key={key} value={key}>
              {words}
            </Select.Option>
          ))}
        </Select>
      )}
      {answers.includes('started') && (
        <TextInput
          id={id('times')}
          name="times"
          label="How often they have come so far, in all"
          inputMode="numeric"
          width={4}
          autoComplete="off"
          defaultValue={typed?.times ?? String(attended)}
          error={problems.times}
        />
      )}
      {answers.includes('ended') && (
        <Select
          id={id('how')}
          name="how"
          label="If it has ended, how"
          defaultValue={typed?.how ?? ''}
          error={problems.how}
        >
          <Select.Option value="">Choose how</Select.Option>
          {Object.entries(ENDINGS).map(([key, words]) => (
            <Select.Option key={key} value={key}>
              {words}
            </Select.Option>
          ))}
        </Select>
      )}
      <Button type="submit">{button}</Button>
    </>
  );
}
