import { type ReactNode, useId } from 'react';
import { type PropertyHold, useFlowPanel } from './flow-panel-context.ts';
import { PropertyLock } from './property-lock.tsx';

interface FlowFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly hold?: PropertyHold;
  /** Gets the id that its control bears. */
  readonly children: (id: string) => ReactNode;
}

/** A property with its name, the lock that holds for it, and what it means. */
export function FlowField({ label, hint, hold, children }: FlowFieldProps) {
  const { locks } = useFlowPanel();
  const id = useId();
  return (
    <div className="op-flow-field">
      <div className="op-flow-label">
        <label htmlFor={id}>{label}</label>
        {hold?.stated && <PropertyLock of={label} stated={hold.stated} enforced={locks?.enforced ?? false} />}
      </div>
      {children(id)}
      {hint !== undefined && <p className="op-flow-hint">{hint}</p>}
    </div>
  );
}

interface FlowSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function FlowSection({ title, children }: FlowSectionProps) {
  const id = useId();
  return (
    <section className="op-flow-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
