import {Radios, Select, TextInput} from 'nhsuk-react-components';
import {ANSWERED_BY, TAKEN_HOW} from '../../domain/measures/measure-choices.ts';
import {OCCASIONS} from '../../domain/measures/schedule.ts';

interface HowTakenProps {
  typed: {occasion: string; how: string; takenOn: string; answeredBy: string};
  problems: Record<string, string>;
}

/** On what occasion a measure was taken, how, when and by whom it was answered. */
export function HowTaken({typed, problems}: HowTakenProps) {
  return (
    <>
      <Select id="occasion" name="occasion" label="For" defaultValue={typed.occasion} error={problems.occasion}>
        {Object.entries(OCCASIONS).map(([key, words]) => (
          <Select.Option key={key} value={key}>
            {words}
          </Select.Option>
        ))}
      </Select>
      <Radios id="how" name="how" inline small legend="How" legendProps={{size: 's'}}>
        {(['worker', 'paper'] as const).map((key) => (
          <Radios.Item key={key} id={`how-${key}`} value={key} defaultChecked={typed.how === key}>
            {TAKEN_HOW[key]}
          </Radios.Item>
        ))}
      </Radios>
      <TextInput
        id="takenOn"
        name="takenOn"
        type="date"
        width={10}
        label="The day it was answered"
        hint="On paper perhaps an earlier one"
        defaultValue={typed.takenOn}
        error={problems.takenOn}
      />
      <Select id="answeredBy" name="answeredBy" label="Answered by" defaultValue={typed.answeredBy}>
        {Object.entries(ANSWERED_BY).map(([key, words]) => (
          <Select.Option key={key} value={key}>
            {words}
          </Select.Option>
        ))}
      </Select>
    </>
  );
}
