import {TextInput} from 'nhsuk-react-components';
import {ANSWERED_BY, TAKEN_HOW} from '../../domain/measures/measure-choices.ts';
import {OCCASIONS} from '../../domain/measures/occasions.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {OneOf} from '../staff/choice-set.tsx';

interface HowTakenProps {
  typed: {occasion: string; how: string; takenOn: string; answeredBy: string};
  problems: Record<string, string>;
}

/** On what occasion a measure was taken, how, when and by whom it was answered. */
export function HowTaken({typed, problems}: HowTakenProps) {
  return (
    <>
      <ChoiceSelect name="occasion" label="For" value={typed.occasion} error={problems.occasion} options={OCCASIONS} />
      <OneOf
        name="how"
        inline
        small
        legend="How"
        options={{worker: TAKEN_HOW.worker, paper: TAKEN_HOW.paper}}
        value={typed.how}
        error={problems.how}
      />
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
