import type {
  EngineCommandOf,
  EngineInstruction,
  EngineMapping,
} from '@oneplan/runtime/camunda/engine-command.ts';
import type { MigrationPlan } from '@oneplan/runtime/engine/migration/migration-plan.ts';
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
  | {
      readonly kind: 'modify';
      /** Activity instance on the engine of the call activity whose called process is meant; null: the instance. */
      readonly call: string | null;
      readonly instructions: readonly EngineInstruction[];
    }
  | {
      readonly kind: 'migrate';
      readonly toBundleId: string;
      readonly processKey: string;
      readonly mappings: readonly EngineMapping[];
      /** The plan as it was given, by which our rows follow. */
      readonly plan: MigrationPlan;
    }
  | ({ readonly kind: 'hold-task'; readonly token: number } & Omit<
      EngineCommandOf<'hold-task'>,
      'type' | 'taskId'
    >)
  | ({ readonly kind: 'trigger' } & Omit<EngineCommandOf<'trigger'>, 'type'>)
  | ({
      readonly kind: 'set-activity-variables';
      /** Of the user task from which they are set outwards; null: local to the activity. */
      readonly token: number | null;
    } & Omit<EngineCommandOf<'set-activity-variables'>, 'type' | 'taskId'>)
  | ({
      readonly kind: 'correlate-message';
      /** For the instance of the command alone; otherwise for whoever waits, and the command has none. */
      readonly toInstance: boolean;
    } & Omit<EngineCommandOf<'correlate-message'>, 'type' | 'commandId' | 'engineInstanceId'>)
  | ({ readonly kind: 'throw-signal' } & Omit<EngineCommandOf<'throw-signal'>, 'type' | 'commandId'>)
  | ({ readonly kind: 'retry-work' } & Omit<EngineCommandOf<'retry-work'>, 'type'>)
  | { readonly kind: 'suspend'; readonly suspended: boolean }
  | { readonly kind: 'cancel'; readonly reason: string };
