import {Button, Details, Textarea, TextInput} from 'nhsuk-react-components';
import {OUTCOMES, TOLD_HOW} from '../../domain/second-level/handoff-choices.ts';
import {ChoiceSelect, type Choice} from '../staff/choice-select.tsx';
import {ActForm, type FormsProps} from '../staff/act-form.tsx';
import {OneOf} from '../staff/choice-set.tsx';

/** What came of it and what was arranged, and that the caller knows. */
export function FinishForm(form: FormsProps) {
  const {typed, problems} = form;
  return (
    <ActForm {...form} act="close">
      <ChoiceSelect
        name="outcome"
        label="What came of it"
        value={typed.outcome}
        error={problems.outcome}
        options={OUTCOMES}
        none="Choose"
      />
      <Textarea
        id="arranged"
        name="arranged"
        label="What was arranged"
        hint="Who does what, and when."
        rows={4}
        defaultValue={typed.arranged ?? ''}
        error={problems.arranged}
      />
      <TellFields {...form} canBeLater />
      <Button type="submit">Finish it</Button>
    </ActForm>
  );
}

/** Telling the caller, where it was finished before they could be reached. */
export function TellForm(form: FormsProps) {
  return (
    <ActForm {...form} act="tell">
      <TellFields {...form} />
      <Button type="submit">The caller has been told</Button>
    </ActForm>
  );
}

function TellFields({typed, problems, canBeLater = false}: FormsProps & {canBeLater?: boolean}) {
  return (
    <>
      <OneOf
        name="told"
        legend="Was the caller told?"
        options={canBeLater ? {...TOLD_HOW, later: 'Not yet'} : TOLD_HOW}
        value={typed.told}
        error={problems.told}
        small
      />
      <div className="tell-message">
        <TextInput
          id="tellTo"
          name="tellTo"
          label="Number or address, for a message sent from here"
          defaultValue={typed.tellTo ?? ''}
          error={problems.tellTo}
          autoComplete="off"
        />
        <Textarea
          id="tellWords"
          name="tellWords"
          label="What the message says"
          hint="Others may read it on their screen: no names, nothing about health."
          rows={3}
          defaultValue={typed.tellWords ?? ''}
          error={problems.tellWords}
        />
      </div>
    </>
  );
}

/** Passing it on to another queue. Its clock goes on. */
export function MoveForm({others, ...form}: {others: Choice[]} & FormsProps) {
  const {typed, problems} = form;
  return (
    <Details open={Boolean(problems.moveTo ?? problems.why)}>
      <Details.Summary>Pass it on to another queue</Details.Summary>
      <Details.Text>
        <ActForm {...form} act="move">
          <ChoiceSelect
            name="moveTo"
            label="Which queue"
            value={typed.moveTo}
            error={problems.moveTo}
            options={others}
            none="Choose"
          />
          <Textarea
            id="why"
            name="why"
            label="Why"
            hint="Its clock is not wound up again: the time it has had counts."
            rows={2}
            defaultValue={typed.why ?? ''}
            error={problems.why}
          />
          <Button type="submit" secondary>
            Pass it on
          </Button>
        </ActForm>
      </Details.Text>
    </Details>
  );
}

/** A team lead gives it to somebody. */
export function AssignForm({takers, ...form}: {takers: Choice[]} & FormsProps) {
  if (takers.length === 0) return null;
  return (
    <Details open={Boolean(form.problems.to)}>
      <Details.Summary>Give it to somebody</Details.Summary>
      <Details.Text>
        <ActForm {...form} act="assign">
          <ChoiceSelect name="to" label="Who takes it up" error={form.problems.to} options={takers} none="Choose" />
          <Button type="submit" secondary>
            Give it to them
          </Button>
        </ActForm>
      </Details.Text>
    </Details>
  );
}
