import {Radios, TextInput} from 'nhsuk-react-components';
import {ANSWERED_BY, TAKEN_HOW} from '../../domain/measures/measure-choices.ts';
import {OCCASIONS} from '../../domain/measures/occasions.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';

interface HowTakenProps {
  typed: {occasion: string; how: string; takenOn: string; answeredBy: string};
  problems: Record<string, string>;
}

/** On what occasion a measure was taken, how, when and by whom it was answered. */
export function HowTaken({typed, problems}: HowTakenProps) {
  return (
    <>
      <ChoiceSelect name="occasion" label="For" value={typed.occasion} error={problems.occasion} options={OCCASIONS} />
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
        hint="If it was on paper, that may be an earlier day."
        defaultValue={typed.takenOn}
        error={problems.takenOn}
      />
      <ChoiceSelect name="answeredBy" label="Answered by" value={typed.answeredBy} options={ANSWERED_BY} />
    </>
  );
}
