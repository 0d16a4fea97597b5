import { type ReactNode, useId } from 'react';

interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
  readonly status?: 'error';
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, its control, a hint and what is wrong with it, tied together for readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [
    hint === undefined ? null : `${id}-hint`,
    error === undefined ? null : `${id}-error`,
  ].filter((part) => part !== null);
  return (
    <div className="po-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(error === undefined ? {} : { 'aria-invalid': true, status: 'error' as const }),
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="po-field-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="po-field-error">
          {error}
        </p>
      )}
    </div>
  );
}
