import {Button, Details, Radios, Select, Textarea, TextInput} from 'nhsuk-react-components';
import {OUTCOMES, TOLD_HOW} from '../../domain/second-level/handoff-choices.ts';
import {ActForm, type FormsProps} from './act-form.tsx';
import type {Choice} from './handoff-talk.tsx';

/** What came of it and what was arranged, and that the caller knows. */
export function FinishForm(form: FormsProps) {
  const {typed, problems} = form;
  return (
    <ActForm {...form} act="close">
      <Select
        id="outcome"
        name="outcome"
        label="What came of it"
        defaultValue={typed.outcome ?? ''}
        error={problems.outcome}
      >
        <Select.Option value="">Choose</Select.Option>
        {Object.entries(OUTCOMES).map(([key, name]) => (
          <Select.Option key={key} value={key}>
            {name}
          </Select.Option>
        ))}
      </Select>
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
      <Radios id="told" name="told" legend="Was the caller told?" legendProps={{size: 's'}} error={problems.told} small>
        {Object.entries(TOLD_HOW).map(([key, words]) => (
          <Radios.Item key={key} value={key} defaultChecked={typed.told === key}>
            {words}
          </Radios.Item>
        ))}
        {canBeLater && (
          <Radios.Item value="later" defaultChecked={typed.told === 'later'}>
            Not yet
          </Radios.Item>
        )}
      </Radios>
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
          <Select
            id="moveTo"
            name="moveTo"
            label="Which queue"
            defaultValue={typed.moveTo ?? ''}
            error={problems.moveTo}
          >
            <Select.Option value="">Choose</Select.Option>
            {others.map(({key, name}) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
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
          <Select id="to" name="to" label="Who takes it up" defaultValue="" error={form.problems.to}>
            <Select.Option value="">Choose</Select.Option>
            {takers.map(({key, name}) => (
              <Select.Option key={key} value={key}>
                {name}
              </Select.Option>
            ))}
          </Select>
          <Button type="submit" secondary>
            Give it to them
          </Button>
        </ActForm>
      </Details.Text>
    </Details>
  );
}
