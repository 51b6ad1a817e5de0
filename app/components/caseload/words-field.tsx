import {TextInput} from 'nhsuk-react-components';
import {idIn, type FormsProps} from '../staff/act-form.tsx';

type WordsProps = {label: string; act: string} & Pick<FormsProps, 'typed' | 'problems'>;

/** One line, in which a change to a case or a referral says why. */
export function Words({label, act, typed, problems}: WordsProps) {
  return (
    <TextInput
      id={idIn(act, 'words')}
      name="words"
      label={label}
      defaultValue={typed.words ?? ''}
      error={problems.words}
      autoComplete="off"
    />
  );
}
