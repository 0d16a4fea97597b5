import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

/** Why something cannot be changed here, and what to do instead. Looks calm, not forbidden. */
export function ReadOnlyNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="de-note" role="note">
      <LockOutlined aria-hidden className="de-lock-icon" />
      <span>{children}</span>
    </p>
  );
}
