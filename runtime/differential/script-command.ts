import type { Variables } from '../expressions/expression.ts';

/**
 * One step of a script, as data. `at` names what waits by the end of its path (see snapshot.ts); the oldest one is
 * meant when several fit.
 */
export type ScriptCommand =
  | { readonly do: 'complete'; readonly at: string; readonly variables?: Variables }
  | {
      readonly do: 'work';
      readonly at: string;
      readonly variables?: Variables;
      readonly localVariables?: Variables;
    }
  | {
      readonly do: 'error';
      readonly at: string;
      readonly code: string;
      readonly message?: string;
      readonly variables?: Variables;
    }
  | { readonly do: 'escalate'; readonly at: string; readonly code: string; readonly variables?: Variables }
  /** fires a timer or runs an async continuation */
  | { readonly do: 'job'; readonly at: string }
  | { readonly do: 'message'; readonly at: string; readonly variables?: Variables }
  /** to everyone of this instance who waits for it */
  | { readonly do: 'signal'; readonly name: string; readonly variables?: Variables }
  | {
      readonly do: 'set';
      readonly at?: string;
      readonly local?: boolean;
      readonly variables?: Variables;
      readonly remove?: readonly string[];
    }
  | { readonly do: 'modify'; readonly instructions: readonly ScriptInstruction[] }
  /** to another process of the same file, which stands for another version; elements by their ids */
  | { readonly do: 'migrate'; readonly to: string; readonly map: Readonly<Record<string, string>> }
  | { readonly do: 'cancel' };

export type ScriptInstruction =
  | { readonly cancel: string }
  | { readonly cancelAll: string }
  | { readonly startBefore: string; readonly variables?: Variables }
  | { readonly startAfter: string; readonly variables?: Variables }
  | { readonly startTransition: string; readonly variables?: Variables };

/** How an instance comes to be: at the none start event unless `at` names another one. */
export interface ScriptStart {
  readonly process: string;
  readonly variables?: Variables;
  readonly businessKey?: string;
  /** start event that waits for a message, a signal or a time */
  readonly at?: string;
  readonly on?: 'message' | 'signal' | 'timer';
  /** name of the message or signal */
  readonly name?: string;
}
