import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {GIVES_OUT, type TypedTakes} from '../../domain/referrals/provider-form.ts';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import type {Problems} from '../staff/form-problems.tsx';
import {Submission} from '../staff/submission.tsx';
import {AREAS, TakesLists} from './takes-lists.tsx';

interface TakesFormProps {
  submission: string;
  version: number;
  open: number;
  choices: {key: string; name: string}[];
  typed: TypedTakes;
  problems: Problems<keyof TypedTakes>;
}

const LISTS = [
  {...AREAS, hint: `${AREAS.hint} With none, you take whoever no other provider does.`},
  {name: 'practices', label: 'GP practices', hint: 'Each on a line of its own. A practice counts more than an area.'},
  {name: 'languages', label: 'Languages', hint: 'Those your workers speak, each on a line of its own.'},
  {
    name: 'networks',
    label: 'Networks of GP practices (PCNs)',
    hint: 'Each on a line of its own, for example Forest PCN: Larch Lane Surgery; The Elms. They help to share out cases.',
  },
] as const;

/** From where, for what and for whom an organisation takes referrals. */
export function TakesForm({submission, version, open, choices, typed, problems}: TakesFormProps) {
  return (
    <form method="post" noValidate>
      <Submission number={submission} />
      <input type="hidden" name="version" value={version} autoComplete="off" />
      <ChoiceSelect
        name="isOpen"
        label="Do you take new referrals now?"
        options={[
          {key: 'yes', name: 'Yes'},
          {key: 'no', name: 'No: they go to other providers'},
        ]}
        value={typed.isOpen}
        error={problems.isOpen}
      />
      <Textarea
        id="says"
        name="says"
        rows={2}
        label="What you do, in a sentence"
        hint="Other providers read it when they pass somebody on."
        defaultValue={typed.says}
        error={problems.says}
      />
      <TakesLists
        lists={LISTS}
        typed={typed}
        problems={problems}
        needs={choices}
        legend="What you know most about"
        hint="Where two providers fit alike, this decides. Nobody is turned away by it."
      />
      <TextInput
        id="capacity"
        name="capacity"
        inputMode="numeric"
        width={5}
        label="How many open cases you have room for"
        hint={`All your workers together. ${open} ${open === 1 ? 'is' : 'are'} open now. Empty: nobody has said.`}
        defaultValue={typed.capacity}
        error={problems.capacity}
        autoComplete="off"
      />
      <ChoiceSelect
        name="givesOut"
        label="Who decides which worker takes somebody on"
        options={Object.entries(GIVES_OUT).map(([key, name]) => ({key, name}))}
        value={typed.givesOut}
        error={problems.givesOut}
      />
      <Button type="submit">Save</Button>
    </form>
  );
}
