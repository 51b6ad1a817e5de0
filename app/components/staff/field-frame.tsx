import type {ReactNode} from 'react';

interface FieldFrameProps {
  id: string;
  label: string;
  hint?: string | null;
  problem?: string | null;
  className?: string;
  labelClassName?: string;
  /** The field itself, which takes what `fieldProps` gives. */
  children: ReactNode;
}

/** What a field that is kept as it is typed asks, a hint, and what is wrong with it. */
export function FieldFrame({id, label, hint, problem, className, labelClassName, children}: FieldFrameProps) {
  const classes = ['nhsuk-form-group', className, problem && 'nhsuk-form-group--error'];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <label className={['nhsuk-label', labelClassName].filter(Boolean).join(' ')} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {problem && (
        <span className="nhsuk-error-message" id={`${id}-problem`}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {problem}
        </span>
      )}
      {children}
    </div>
  );
}

/** What ties a field to the words of its frame. */
export function fieldProps({id, hint, problem}: Pick<FieldFrameProps, 'id' | 'hint' | 'problem'>) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  return {id, autoComplete: 'off', 'aria-describedby': described, 'aria-invalid': problem ? true : undefined};
}
