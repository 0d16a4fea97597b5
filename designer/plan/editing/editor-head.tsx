import type { ReactNode } from 'react';
import type { PlanLock } from '../lock-of.ts';
import { LockNote } from './lock-note.tsx';

interface EditorHeadProps {
  readonly title: string;
  readonly code?: string;
  readonly lock?: PlanLock;
  /** id of the element of the plan that the lock is on */
  readonly element?: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
}

/** The strip above an editor: what it is, the rule upon it, what can be done with it. */
export function EditorHead({ title, code, lock, element, hint, actions }: EditorHeadProps) {
  return (
    <header className="de-editor-head">
      <div>
        <h1>
          {title}
          {code !== undefined && <span className="de-code">{code}</span>}
          {lock && <LockNote name={title} lock={lock} element={element} />}
        </h1>
        {hint !== undefined && <p className="de-muted">{hint}</p>}
      </div>
      {actions !== undefined && <div className="de-editor-actions">{actions}</div>}
    </header>
  );
}
