import { type ReactNode, useId } from 'react';

interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
  readonly status?: 'error';
}

interface SignInFieldProps {
  readonly label: string;
  readonly error?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, its control and what is wrong with it, tied together for readers. */
export function SignInField({ label, error, children }: SignInFieldProps) {
  const id = useId();
  return (
    <div className="op-sign-in-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(error === undefined
          ? {}
          : { 'aria-invalid': true, 'aria-describedby': `${id}-error`, status: 'error' as const }),
      })}
      {error !== undefined && (
        <p id={`${id}-error`} className="op-sign-in-error">
          {error}
        </p>
      )}
    </div>
  );
}
