import type { EnginePort } from '../../engine-port.ts';
import type { Database } from '../../persistence/database.ts';
import { embeddedEngine } from './embedded-engine.ts';

const chosen = new WeakMap<Database, EnginePort>();

/** Chooses the engine behind a database, once at start, before anything uses it; the embedded one unless chosen. */
export function chooseEngine(database: Database, engine: EnginePort): void {
  chosen.set(database, engine);
}

export function engineOf({ database }: { readonly database: Database }): EnginePort {
  return chosen.get(database) ?? embeddedEngine;
}
