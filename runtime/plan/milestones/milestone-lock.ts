import type { GraphNode, ProcessGraph } from '../../model/process-graph.ts';
import type { Lock } from '../lock.ts';

/** A lock that a layer above has set on one process, with who set it and on which ground, as people read it. */
export interface MilestoneLock {
  /** flow element; absent: the process as a whole */
  readonly element?: string;
  /** property of the element (`candidateGroups`, `timer` …); absent: the element as a whole */
  readonly property?: string;
  readonly lock: Lock;
  readonly authority?: string;
  /** e.g. 深教规〔2020〕6号 三（一） */
  readonly basis?: string;
}

/** The locks of a process by what they hold. */
export class LockTable {
  readonly #graph: ProcessGraph;
  /** by element ('' is the process) and, after a space, property */
  readonly #locks = new Map<string, MilestoneLock>();

  /** Of two locks that name the same the first one counts. */
  constructor(graph: ProcessGraph, locks: readonly MilestoneLock[]) {
    this.#graph = graph;
    for (const lock of locks) {
      const key = keyOf(lock.element, lock.property);
      if (!this.#locks.has(key)) this.#locks.set(key, lock);
    }
  }

  /**
   * The lock of an element as a whole: its own, else that of the subprocess around it, else that of the process.
   * Gateways that only merge or join decide nothing and take no lock from around them.
   */
  of(node: GraphNode): MilestoneLock | undefined {
    const own = this.ownOf(node.id);
    return own ?? (isMerge(node) ? undefined : this.around(node.scope));
  }

  /** The lock that whatever stands in a scope is subject to. */
  around(scope: string | undefined): MilestoneLock | undefined {
    if (scope === undefined) return this.ownOf(undefined);
    return this.ownOf(scope) ?? this.around(this.#graph.nodes[scope]?.scope);
  }

  /** The lock of a property: its own, else that of the element. */
  ofProperty(node: GraphNode, property: string): MilestoneLock | undefined {
    return this.ownOf(node.id, property) ?? this.of(node);
  }

  /** The lock that names just this element or property (no element: the process). */
  ownOf(element: string | undefined, property?: string): MilestoneLock | undefined {
    return this.#locks.get(keyOf(element, property));
  }
}

function keyOf(element = '', property = ''): string {
  return `${element} ${property}`;
}

export function isHeld(lock: MilestoneLock | undefined): lock is MilestoneLock {
  return lock !== undefined && lock.lock.class !== 'FREE';
}

function isMerge(node: GraphNode): boolean {
  return node.kind.endsWith('-gateway') && node.outgoing.length < 2;
}
