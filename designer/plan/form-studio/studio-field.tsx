import { type ReactNode, useId } from 'react';

interface StudioFieldProps {
  readonly label: string;
  /** The control, with the id that the label is for. */
  readonly children: (id: string) => ReactNode;
}

/** A label and its control side by side. */
export function StudioField({ label, children }: StudioFieldProps) {
  const id = useId();
  return (
    <div className="de-studio-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
