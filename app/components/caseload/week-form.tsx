import {Button, TextInput} from 'nhsuk-react-components';
import {FULL_TIME_HOURS, FULL_TIME_OPEN} from '../../domain/team/room.ts';
import type {TypedWeek} from '../../domain/team/worker-form.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';
import {AREAS, TakesLists} from './takes-lists.tsx';

interface WeekFormProps {
  submission: string;
  version: number;
  needs: {key: string; name: string}[];
  /** What may be written into networks. */
  networks: string[];
  typed: TypedWeek;
  problems: Problems;
}

/** Hours, ceiling and whom somebody knows best. */
export function WeekForm({submission, version, needs, networks, typed, problems}: WeekFormProps) {
  const lists = [
    AREAS,
    {name: 'practices', label: 'GP practices', hint: 'Each on a line of its own. A practice counts more than an area.'},
    {
      name: 'networks',
      label: 'Networks of practices (PCNs)',
      hint:
        networks.length > 0
          ? `Each on a line of its own. Written down so far: ${networks.map((one) => one.split(':')[0]).join('; ')}.`
          : 'Each on a line of its own. Which practices belong to one is written at “Change what we take”.',
    },
    {name: 'languages', label: 'Languages', hint: 'Those they speak, each on a line of its own.'},
  ] as const;
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="act" value="week" />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      <ChoiceSelect
        name="takesNew"
        label="Do they take new cases now?"
        options={{yes: 'Yes', no: 'No: nothing is suggested for them'}}
        value={typed.takesNew}
        error={problems.takesNew}
      />
      <TextInput
        id="hours"
        name="hours"
        inputMode="decimal"
        width={5}
        label="Hours a week"
        hint={`Empty counts as full time, ${FULL_TIME_HOURS} hours.`}
        defaultValue={typed.hours}
        error={problems.hours}
        autoComplete="off"
      />
      <TextInput
        id="ceiling"
        name="ceiling"
        inputMode="numeric"
        width={5}
        label="Open cases at most"
        hint={`Empty: by their hours. Full time has room for ${FULL_TIME_OPEN}: 225 people a year of 13 weeks each.`}
        defaultValue={typed.ceiling}
        error={problems.ceiling}
        autoComplete="off"
      />
      <TakesLists
        lists={lists}
        rows={2}
        typed={typed}
        problems={problems}
        needs={needs}
        legend="What they know most about"
      />
      <Button type="submit">Save their week</Button>
    </form>
  );
}
