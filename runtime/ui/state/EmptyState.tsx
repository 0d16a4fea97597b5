import { Button } from 'antd';
import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  /** What will come here, e.g. "你记下的活动会出现在这里". */
  readonly title: string;
  /** What makes it come, or when. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  /** The one action that makes something come; none where only waiting helps. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <section className="op-empty">
      {icon && (
        <span className="op-empty-icon" aria-hidden>
          {icon}
        </span>
      )}
      <p className="op-empty-title">{title}</p>
      {hint && <p className="op-empty-hint">{hint}</p>}
      {action && (
        <Button type="primary" onClick={action.onPress}>
          {action.label}
        </Button>
      )}
    </section>
  );
}
