import type { MilestoneLock } from './milestone-lock.ts';
import type { MilestoneRule } from './milestone-rules.ts';

/** What a layer does to a process that the layer above has locked. */
export interface MilestoneFinding {
  readonly rule: MilestoneRule;
  readonly severity: 'error' | 'warning';
  /** flow element of the process under check; where it is no longer there, of the process above */
  readonly element: string;
  /** ids of the elements and sequence flows of the way that offends, in order, to be drawn; empty: there is none */
  readonly path: readonly string[];
  /** the lock that is broken */
  readonly lock: MilestoneLock;
  /** the English sentence; the interface translates by rule and `params` */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Collects findings and completes each with who set the lock. */
export class MilestoneReport {
  readonly findings: MilestoneFinding[] = [];

  add(
    rule: MilestoneRule,
    lock: MilestoneLock,
    about: { readonly id: string; readonly name?: string },
    message: string,
    more: {
      readonly path?: readonly string[];
      readonly params?: MilestoneFinding['params'];
      readonly severity?: MilestoneFinding['severity'];
    } = {},
  ): void {
    const { authority, basis } = lock;
    const ground = [authority, basis].filter((part) => part !== undefined).join(', ');
    this.findings.push({
      rule,
      severity: more.severity ?? 'error',
      element: about.id,
      path: more.path ?? [],
      lock,
      message: ground === '' ? message : `${message} (${ground})`,
      params: {
        element: about.id,
        name: about.name ?? about.id,
        ...more.params,
        ...(authority !== undefined && { authority }),
        ...(basis !== undefined && { basis }),
      },
    });
  }
}
