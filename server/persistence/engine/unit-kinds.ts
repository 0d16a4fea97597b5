import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import type { Database } from '../database.ts';
import { Recent } from '../recent.ts';
import { places, query, type SqlStatement } from '../sql-statement.ts';

/** The kind of an org unit never changes: a class stays a class, so what was read once stays right in every process. */
const kept = new WeakMap<Database, Recent<OrgUnitKind>>();
const keptUnits = 50_000;

export class UnitKinds {
  readonly #recent: Recent<OrgUnitKind>;
  readonly #kinds = new Map<string, OrgUnitKind>();

  constructor(database: Database) {
    this.#recent = kept.get(database) ?? new Recent(keptUnits);
    kept.set(database, this.#recent);
  }

  /** The query that is needed to know the kinds along these paths; null when all are known. */
  unknownOf(paths: readonly string[]): SqlStatement | null {
    const unknown = new Set<string>();
    for (const id of paths.flatMap(unitsOf)) {
      const kind = this.#recent.peek(id);
      if (kind) this.#kinds.set(id, kind);
      else unknown.add(id);
    }
    if (unknown.size === 0) return null;
    return query(`SELECT id, kind FROM org_unit WHERE id IN (${places([...unknown])})`, [...unknown]);
  }

  learn(rows: readonly Record<string, unknown>[]): void {
    for (const { id, kind } of rows as { id: string; kind: OrgUnitKind }[]) {
      this.#kinds.set(id, kind);
      this.#recent.keep(id, kind);
    }
  }

  /** The units of a path with their kinds, from the root down. */
  line(path: string): { id: string; kind: OrgUnitKind }[] {
    return unitsOf(path).flatMap((id) => {
      const kind = this.#kinds.get(id);
      return kind ? [{ id, kind }] : [];
    });
  }
}

const unitsOf = (path: string): string[] => path.split('/').filter((id) => id !== '');
