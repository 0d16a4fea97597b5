import type { JsonPath } from '../json-source.ts';

/** What the manifest names by key. */
export type ReferenceKind =
  | 'document'
  | 'dimension'
  | 'part'
  | 'parameter'
  | 'role'
  | 'form'
  | 'process'
  | 'indicator';

/** A key that the manifest names at `path`; undefined: it names none there. */
export type Reference = readonly [path: JsonPath, kind: ReferenceKind, key: string | undefined];
