import {Button} from 'nhsuk-react-components';
import {closeReasons} from '../../domain/cases/case-choices.ts';
import {ActDay, ActSelect, ActText, ActWords} from '../staff/act-fields.tsx';
import {ActForm, type FormsProps} from '../staff/act-form.tsx';
import {NextStepFields} from './next-step-fields.tsx';

/** What a case is asked when it is moved: a reason where its new place needs one, else what comes next. */
export function MoveCase({act, words, today, back, attempts, ...form}: FormsProps & MoveCaseProps) {
  const fields = {...form, act};
  return (
    <ActForm {...form} act={act}>
      <input type="hidden" name="back" value={back} />
      {act === 'pause' && (
        <>
          <ActText form={fields} name="pauseReason" label="Why is it paused?" hint="For example: in hospital." />
          <ActDay form={fields} name="pausedUntil" min={today} label="Until when, if you know" />
        </>
      )}
      {act === 'close' && (
        <>
          <ActSelect
            form={fields}
            name="closeReason"
            label="Why does it end?"
            options={closeReasons(attempts)}
            none="Choose"
          />
          <ActWords form={fields} name="outcome" label="What came of it" />
        </>
      )}
      {act !== 'pause' && act !== 'close' && <NextStepFields {...fields} today={today} />}
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
  /** How often they were not reached. */
  attempts: number;
}
