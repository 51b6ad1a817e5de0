/** The fields of a call. Each is a real field of the form, keeps what is typed, and shows what somebody else wrote beside it. */
import {useEffect, useRef, type HTMLAttributes, type ReactNode} from 'react';
import {callFields, type CallField} from '../../domain/calls/call-fields.ts';
import {useConflict, useProblem, useValue} from '../drafts/draft-context.tsx';
import {useCall} from './call-context.tsx';
import {ConflictChoice} from '../drafts/conflict-choice.tsx';

interface FieldProps {
  name: CallField;
  label: string;
  hint?: ReactNode;
}

interface TextFieldProps extends FieldProps {
  /** More lines than one. */
  rows?: number;
  type?: 'text' | 'tel' | 'email' | 'date' | 'time';
  inputMode?: HTMLAttributes<HTMLElement>['inputMode'];
  width?: 'short' | 'medium';
}

/**
 * Typed freely. The browser keeps the words, so that no work of ours stands between a letter and the screen; what comes
 * from elsewhere is put in only while nobody is in the field.
 */
export function TextField({name, label, hint, rows, type = 'text', inputMode, width}: TextFieldProps) {
  const {keeper} = useCall();
  const problem = useProblem(name);
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  useEffect(() => {
    const element = field.current!;
    // Typed before the scripts had come.
    if (element.value !== keeper.value(name)) keeper.type(name, element.value);
    return keeper.subscribe(() => {
      const value = keeper.value(name);
      if (element.value !== value && document.activeElement !== element) element.value = value;
    });
  }, [keeper, name]);
  const shared = {
    ref: field,
    id: name,
    name,
    maxLength: callFields[name],
    defaultValue: keeper.value(name),
    autoComplete: 'off',
    'aria-describedby': describedBy(name, hint, problem),
    'aria-invalid': problem ? true : undefined,
    onInput: () => {
      keeper.type(name, field.current!.value);
    },
  };
  return (
    <div className={problem ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      <FieldNotes name={name} hint={hint} problem={problem} />
      {rows ? (
        <textarea {...shared} rows={rows} className="field__box field__box--long" />
      ) : (
        <input
          {...shared}
          type={type}
          inputMode={inputMode}
          spellCheck={type === 'text'}
          className={width ? `field__box field__box--${width}` : 'field__box'}
        />
      )}
      <ConflictChoice name={name} label={label} />
    </div>
  );
}

/** One of several, in a list that opens. */
export function SelectField({
  name,
  label,
  hint,
  options,
  none = 'Choose',
}: FieldProps & {options: Record<string, string>; none?: string}) {
  const {keeper} = useCall();
  const value = useValue(name);
  const problem = useProblem(name);
  return (
    <div className={problem ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={name}>
        {label}
      </label>
      <FieldNotes name={name} hint={hint} problem={problem} />
      <select
        id={name}
        name={name}
        value={value}
        className="field__box"
        aria-describedby={describedBy(name, hint, problem)}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => keeper.type(name, event.target.value)}
      >
        <option value="">{none}</option>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      <ConflictChoice name={name} label={label} />
    </div>
  );
}

/** One of a few, all in view. The first has the id of the field, so that a problem leads to it. */
export function ChoiceField({
  name,
  label,
  hint,
  options,
  isQuiet = false,
}: FieldProps & {options: Record<string, string>; isQuiet?: boolean}) {
  const {keeper} = useCall();
  const value = useValue(name);
  const problem = useProblem(name);
  return (
    <fieldset className={problem ? 'field field--wrong' : 'field'} aria-describedby={describedBy(name, hint, problem)}>
      <legend className={isQuiet ? 'nhsuk-u-visually-hidden' : 'field__label'}>{label}</legend>
      <FieldNotes name={name} hint={hint} problem={problem} />
      <div className="choices">
        {Object.entries(options).map(([key, words], place) => (
          <label key={key} className="choice">
            <input
              type="radio"
              id={place === 0 ? name : `${name}-${key}`}
              name={name}
              value={key}
              checked={value === key}
              onChange={() => keeper.type(name, key)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <ConflictChoice name={name} label={label} />
    </fieldset>
  );
}

export function FieldNotes({name, hint, problem}: {name: string; hint?: ReactNode; problem?: string}) {
  return (
    <>
      {hint && (
        <p className="field__hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field__problem" id={`${name}-problem`}>
          <span className="nhsuk-u-visually-hidden">Please check: </span>
          {problem}
        </p>
      )}
    </>
  );
}

const describedBy = (name: string, hint: ReactNode, problem?: string): string | undefined =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;

/** Several of a list, kept as one field with a comma between them. */
export function useList(name: CallField): {list: string[]; turn(key: string): void; put(list: string[]): void} {
  const {keeper} = useCall();
  const list = useValue(name).split(',').filter(Boolean);
  const put = (next: string[]) => keeper.type(name, next.join(','));
  return {
    list,
    put,
    turn(key) {
      const now = keeper.value(name).split(',').filter(Boolean);
      put(now.includes(key) ? now.filter((one) => one !== key) : [...now, key]);
    },
  };
}

/** Whether somebody else has changed a field of choices: told beside it. */
export function ListConflict({name, label}: {name: CallField; label: string}) {
  return useConflict(name) ? <ConflictChoice name={name} label={label} /> : null;
}
