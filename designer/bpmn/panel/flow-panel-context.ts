import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FlowStudio } from '../editing/flow-studio.ts';
import type { ProcessLocks } from '../locks/process-locks.ts';
import type { FlowPlan } from './flow-plan.ts';

export interface FlowPanel {
  readonly studio: FlowStudio;
  readonly plan: FlowPlan;
  readonly locks: ProcessLocks | undefined;
}

export const FlowPanelContext = createContext<FlowPanel | null>(null);

/** Only below a `FlowPanelView`; renders again whenever the flow changes. */
export function useFlowPanel(): FlowPanel {
  const panel = useContext(FlowPanelContext);
  if (panel === null) throw new Error('useFlowPanel needs a FlowPanelView above it');
  useSyncExternalStore(panel.studio.subscribe, panel.studio.version);
  return panel;
}

/** What holds for a property of an element, or of its step in the manifest (`step`). */
export interface PropertyHold {
  readonly stated: StatedLock | undefined;
  /** Whether it may not be set here. */
  readonly fixed: boolean;
  /** The values that may be chosen; undefined: any. */
  readonly among: readonly string[] | undefined;
}

const free: PropertyHold = { stated: undefined, fixed: false, among: undefined };

export function useHold(element: string, property: string, step = false): PropertyHold {
  const { locks } = useFlowPanel();
  if (!locks) return free;
  const stated = step ? locks.statedForStep(element, property) : locks.statedFor(element, property);
  if (stated === undefined || stated.lock.class === 'FREE') return { ...free, among: stated?.lock.among };
  const isHeld = stated.lock.class !== 'TIGHTEN';
  return { stated, fixed: locks.enforced && isHeld, among: undefined };
}
