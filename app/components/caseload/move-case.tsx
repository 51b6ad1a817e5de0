import {Button, Textarea, TextInput} from 'nhsuk-react-components';
import {CLOSE_REASONS} from '../../domain/cases/case-choices.ts';
import {ActForm, idIn, type FormsProps} from '../staff/act-form.tsx';
import {ChoiceSelect} from '../staff/choice-select.tsx';
import {NextStepFields} from './next-step-fields.tsx';

/** What a case is asked when it is moved: a reason where its new place needs one, else what comes next. */
export function MoveCase({act, words, today, back, ...form}: FormsProps & MoveCaseProps) {
  const {typed, problems} = form;
  return (
    <ActForm {...form} act={act}>
      <input type="hidden" name="back" value={back} />
      {act === 'pause' && (
        <>
          <TextInput
            id={idIn(act, 'pauseReason')}
            name="pauseReason"
            label="Why is it paused?"
            hint="For example: in hospital."
            defaultValue={typed.pauseReason ?? ''}
            error={problems.pauseReason}
            autoComplete="off"
          />
          <TextInput
            id={idIn(act, 'pausedUntil')}
            name="pausedUntil"
            type="date"
            min={today}
            label="Until when, if you know"
            defaultValue={typed.pausedUntil ?? ''}
            error={problems.pausedUntil}
          />
        </>
      )}
      {act === 'close' && (
        <>
          <ChoiceSelect
            id={idIn(act, 'closeReason')}
            name="closeReason"
            label="Why does it end?"
            options={CLOSE_REASONS}
            value={typed.closeReason}
            error={problems.closeReason}
            none="Choose"
          />
          <Textarea
            id={idIn(act, 'outcome')}
            name="outcome"
            label="What came of it"
            rows={3}
            defaultValue={typed.outcome ?? ''}
            error={problems.outcome}
          />
        </>
      )}
      {act !== 'pause' && act !== 'close' && (
        <NextStepFields typed={typed} problems={problems} today={today} act={act} />
      )}
      <Button type="submit">Move to {words}</Button>
    </ActForm>
  );
}

interface MoveCaseProps {
  act: string;
  /** The column it goes to. */
  words: string;
  today: string;
  back: string;
}
