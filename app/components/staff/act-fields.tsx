import {Textarea, TextInput} from 'nhsuk-react-components';
import type {ComponentProps} from 'react';
import {idIn, type FormsProps} from './act-form.tsx';
import {ChoiceSelect, type Choice} from './choice-select.tsx';
import {OneOf} from './choice-set.tsx';

interface ActFieldProps {
  /** The form of the page that it stands in. */
  form: Pick<FormsProps, 'typed' | 'problems'> & {act: string};
  name: string;
  label: string;
  hint?: string;
}

/** What each of them has from its form: what was typed there, and what is wrong with it. */
const keptIn = ({typed, problems, act}: ActFieldProps['form'], name: string) => ({
  id: idIn(act, name),
  name,
  defaultValue: typed[name] ?? '',
  error: problems[name],
});

/** One line. */
export function ActText({form, name, ...field}: ActFieldProps) {
  return <TextInput {...keptIn(form, name)} {...field} autoComplete="off" />;
}

/** A day. */
export function ActDay({form, name, ...field}: ActFieldProps & {min?: string}) {
  return <TextInput {...keptIn(form, name)} {...field} type="date" />;
}

/** A time of day. */
export function ActTime({form, name, ...field}: ActFieldProps) {
  return <TextInput {...keptIn(form, name)} {...field} type="time" />;
}

/** Several lines. */
export function ActWords({form, name, rows = 3, ...field}: ActFieldProps & {rows?: number}) {
  return <Textarea {...keptIn(form, name)} {...field} rows={rows} />;
}

/** One of several; `usual` is chosen where nothing was yet. */
export function ActSelect({
  form,
  name,
  usual,
  ...field
}: ActFieldProps & {options: Readonly<Record<string, string>> | readonly Choice[]; none?: string; usual?: string}) {
  const {id, error} = keptIn(form, name);
  return <ChoiceSelect id={id} name={name} error={error} {...field} value={form.typed[name] ?? usual} />;
}

/** One of several that are all in view; `usual` is chosen where nothing was yet. */
export function ActOneOf({
  form,
  name,
  usual,
  ...set
}: Pick<ActFieldProps, 'form'> & Omit<ComponentProps<typeof OneOf>, 'id' | 'value' | 'error'> & {usual?: string}) {
  const {id, error} = keptIn(form, name);
  return <OneOf id={id} name={name} error={error} {...set} value={form.typed[name] || usual} />;
}
