/** Names that no data may carry: they would reach an object's prototype. Such keys are dropped. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What a submission may hold at most. */
export interface IntakeLimits {
  /** Length of the JSON text, in characters. */
  readonly size: number;
  /** Levels of objects and lists inside each other. */
  readonly depth: number;
  /** Items of one list. */
  readonly rows: number;
}

export const INTAKE_LIMITS: IntakeLimits = { size: 256 * 1024, depth: 20, rows: 1_000 };

/** A submission is refused as a whole. `path` names the place that goes beyond a limit. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
  readonly rule: 'size' | 'depth' | 'rows';
  readonly path: string;
  readonly max: number;

  constructor(rule: 'size' | 'depth' | 'rows', path: string, max: number) {
    super(`The submission goes beyond its limit of ${rule} (${max}) at "${path}"`);
    this.rule = rule;
    this.path = path;
    this.max = max;
  }
}

/**
 * A deep copy of foreign data: plain JSON values only, forbidden keys dropped, what JSON does not know dropped
 * too. The copy shares nothing with its source.
 * @throws IntakeError where a limit is passed.
 */
export function takeIn(source: unknown, limits: IntakeLimits = INTAKE_LIMITS): unknown {
  return new Intake(limits).copy(source, 0, '');
}

class Intake {
  private size = 0;
  private readonly limits: IntakeLimits;

  constructor(limits: IntakeLimits) {
    this.limits = limits;
  }

  copy(value: unknown, depth: number, path: string): unknown {
    switch (typeof value) {
      case 'string':
        this.count(value.length + 3, path);
        return value;
      case 'boolean':
        this.count(5, path);
        return value;
      case 'number':
        this.count(8, path);
        return Number.isFinite(value) ? value : null;
      case 'object':
        break;
      default:
        return undefined;
    }
    if (value === null) return null;
    if (depth >= this.limits.depth) throw new IntakeError('depth', path, this.limits.depth);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    return Array.isArray(value)
      ? this.copyList(value, depth, path)
      : this.copyObject(value as Record<string, unknown>, depth, path);
  }

  private copyList(list: readonly unknown[], depth: number, path: string): unknown[] {
    if (list.length > this.limits.rows) throw new IntakeError('rows', path, this.limits.rows);
    this.count(2 + list.length, path);
    const copy: unknown[] = new Array(list.length);
    for (let i = 0; i < list.length; i += 1) copy[i] = this.copy(list[i], depth + 1, path) ?? null;
    return copy;
  }

  private copyObject(source: Record<string, unknown>, depth: number, path: string): Record<string, unknown> {
    this.count(2, path);
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(source)) {
      if (FORBIDDEN_KEYS.has(key)) continue;
      this.count(key.length + 4, path);
      const value = this.copy(
        source[key],
        depth + 1,
        depth < 2 ? (path === '' ? key : `${path}.${key}`) : path,
      );
      if (value !== undefined) copy[key] = value;
    }
    return copy;
  }

  private count(characters: number, path: string): void {
    this.size += characters;
    if (this.size > this.limits.size) throw new IntakeError('size', path, this.limits.size);
  }
}
