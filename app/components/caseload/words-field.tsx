import {ActText} from '../staff/act-fields.tsx';
import type {FormsProps} from '../staff/act-form.tsx';

type WordsProps = {label: string; act: string} & Pick<FormsProps, 'typed' | 'problems'>;

/** One line, in which a change to a case or a referral says why. */
export function Words({label, ...form}: WordsProps) {
  return <ActText form={form} name="words" label={label} />;
}
