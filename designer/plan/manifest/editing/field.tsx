import { type ReactNode, useId } from 'react';
import { useEntry } from './entry-context.ts';
import { useManifestDraft } from './manifest-draft.ts';
import { StatedLockNote } from './stated-lock-note.tsx';

export interface FieldControl {
  readonly id: string;
  readonly disabled: boolean;
  /** The values that the layer above lets choose; undefined: any. */
  readonly among: readonly string[] | undefined;
}

interface FieldProps {
  readonly label: string;
  /** Dotted property of the entry, by which locks are found. */
  readonly property: string;
  readonly hint?: ReactNode;
  readonly children: (control: FieldControl) => ReactNode;
}

/** One property of an entry: its name, its control, and the mark of the rule upon it where it cannot be set freely. */
export function Field({ label, property, hint, children }: FieldProps) {
  const id = useId();
  const { element, name } = useEntry();
  const { locks, readOnly } = useManifestDraft();
  const stated = locks.ofProperty(element, property);
  const isFree = stated === undefined || (stated.lock.class === 'FREE' && stated.lock.among === undefined);
  return (
    <div className="de-setting">
      <span className="de-field-label">
        <label htmlFor={id}>{label}</label>
        {!isFree && <StatedLockNote name={`${name} ${label}`} stated={stated} />}
      </span>
      {children({
        id,
        disabled: readOnly || stated?.lock.class === 'LOCKED',
        among: stated?.lock.class === 'FREE' ? stated.lock.among : undefined,
      })}
      {hint !== undefined && <span className="de-muted de-small">{hint}</span>}
    </div>
  );
}
