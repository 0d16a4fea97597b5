import type { Variables } from '@oneplan/runtime/expressions/expression.ts';

/** A command as it waits in `engine_command`: with our ids, because the engine's may not be known yet. */
export type StoredCommand =
  | {
      readonly kind: 'start';
      readonly bundleId: string;
      readonly processKey: string;
      readonly businessKey: string;
      readonly variables: Variables;
      readonly startEventId?: string;
    }
  | { readonly kind: 'complete-task'; readonly token: number; readonly variables: Variables }
  | {
      readonly kind: 'report-error';
      readonly token: number;
      readonly code: string;
      readonly message?: string;
      readonly variables: Variables;
    }
  | {
      readonly kind: 'report-escalation';
      readonly token: number;
      readonly code: string;
      readonly variables: Variables;
    }
  | { readonly kind: 'change-variables'; readonly variables: Variables; readonly remove: readonly string[] }
  | { readonly kind: 'suspend'; readonly suspended: boolean }
  | { readonly kind: 'cancel'; readonly reason: string };
