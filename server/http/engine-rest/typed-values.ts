import type { VariableValues } from '../../usecases/external-tasks/visible-variables.ts';
import { instantOf } from './camunda-date.ts';
import { invalidRequest } from './rest-failure.ts';

/** A variable as the Camunda 7 REST API writes it. */
export interface TypedValue {
  readonly value?: unknown;
  readonly type?: string | null | undefined;
  readonly valueInfo?: Readonly<Record<string, unknown>> | null | undefined;
}

const maxInteger = 2 ** 31 - 1;
const minInteger = -(2 ** 31);

/** Reads a value of a type, or answers undefined when it is none. Throws a text that says what to send instead. */
type Reader = (value: unknown, valueInfo: Readonly<Record<string, unknown>>) => unknown;

const integerBetween =
  (min: number, max: number): Reader =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined;

/** One line a type, lower case: clients write "String", "string" and "STRING". */
const readers: Readonly<Record<string, Reader | undefined>> = {
  string: (value) => (typeof value === 'string' ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  short: integerBetween(-32_768, 32_767),
  integer: integerBetween(minInteger, maxInteger),
  long: integerBetween(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  double: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  null: () => null,
  json: readJson,
  date: readDate,
  object: readObject,
  bytes: (value) => (isBase64(value) ? { [bytesMember]: value } : undefined),
  file: readFile,
};

/**
 * The plain values of typed ones, as the engine stores them: a date becomes its ISO text in UTC, Json what it holds.
 * Throws `invalid-request` that names the variable.
 */
export function readTypedValues(
  typed: Readonly<Record<string, TypedValue>> | null | undefined,
): VariableValues {
  return Object.fromEntries(Object.entries(typed ?? {}).map(([name, value]) => [name, readOne(name, value)]));
}

function readOne(name: string, { value = null, type, valueInfo }: TypedValue): unknown {
  if (valueInfo?.transient === true)
    throw refusal(name, 'transient variables are not supported; every variable is stored');
  const kind = (type ?? typeOf(value)).toLowerCase();
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (!read) throw refusal(name, `Unsupported value type '${type ?? kind}'`);
  if (value === null) return null;
  const plain = read(value, valueInfo ?? {});
  if (plain === undefined) throw refusal(name, `the value is no ${type ?? kind}${advice[kind] ?? ''}`);
  return plain;
}

const advice: Readonly<Record<string, string>> = {
  object: "; send JSON as text with the serializationDataFormat 'application/json' in valueInfo",
  file: '; send its content in base64 with a filename in valueInfo',
  bytes: '; send base64',
};

const refusal = (name: string, reason: string) =>
  invalidRequest(`Cannot set variable '${name.slice(0, 100)}': ${reason}`);

/** What Camunda takes an untyped value for. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'long' : 'double';
  return typeof value;
}

function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function readDate(value: unknown): unknown {
  const instant = typeof value === 'string' ? instantOf(value) : null;
  return instant === null ? undefined : new Date(instant).toISOString();
}

const isBase64 = (value: unknown): value is string =>
  typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);

/** Objects are kept as the JSON that they are serialised as. */
function readObject(
  value: unknown,
  { serializationDataFormat: format }: Readonly<Record<string, unknown>>,
): unknown {
  return format === 'application/json' ? readJson(value) : undefined;
}

/** Files are kept inside the variables: small ones only. The body's own limit ends what is too large. */
function readFile(value: unknown, valueInfo: Readonly<Record<string, unknown>>): unknown {
  const { filename, mimeType = null, mimetype = null, encoding = null } = valueInfo;
  if (!isBase64(value) || typeof filename !== 'string' || filename === '') return undefined;
  return { [fileMember]: { filename, mimeType: mimeType ?? mimetype, encoding, data: value } };
}

export interface StoredFile {
  readonly filename: string;
  readonly mimeType: string | null;
  readonly encoding: string | null;
  /** Base64. */
  readonly data: string;
}

/** How a variable holds what JSON has no type for: an object with this one member. */
const bytesMember = 'camunda:bytes';
const fileMember = 'camunda:file';

function onlyMember(value: unknown, member: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const names = Object.keys(value);
  return names.length === 1 && names[0] === member
    ? (value as Readonly<Record<string, unknown>>)[member]
    : undefined;
}

/** Null: the variable holds no file and no bytes. */
export function contentOf(value: unknown): StoredFile | null {
  const file = onlyMember(value, fileMember) as StoredFile | undefined;
  if (file) return file;
  const bytes = onlyMember(value, bytesMember);
  return typeof bytes === 'string'
    ? { filename: 'data', mimeType: 'application/octet-stream', encoding: null, data: bytes }
    : null;
}

/** One typed value of a body. */
export const readTypedValue = (name: string, typed: TypedValue): unknown => readOne(name, typed);

/** Typed values of plain ones. `type` is never null: clients read its letters. */
export function writeTypedValues(values: VariableValues): Record<string, TypedValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writeTypedValue(value)]));
}

export function writeTypedValue(value: unknown): TypedValue {
  const valueInfo = {};
  if (value === null || value === undefined) return { type: 'Null', value: null, valueInfo };
  if (typeof value === 'string') return { type: 'String', value, valueInfo };
  if (typeof value === 'boolean') return { type: 'Boolean', value, valueInfo };
  if (typeof value === 'number') return { type: numberType(value), value, valueInfo };
  const file = onlyMember(value, fileMember) as StoredFile | undefined;
  if (file)
    return {
      type: 'File',
      value: null,
      valueInfo: { filename: file.filename, mimeType: file.mimeType, encoding: file.encoding },
    };
  const bytes = onlyMember(value, bytesMember);
  if (bytes !== undefined) return { type: 'Bytes', value: bytes, valueInfo };
  return { type: 'Json', value: JSON.stringify(value), valueInfo };
}

function numberType(value: number): string {
  if (!Number.isSafeInteger(value)) return 'Double';
  return value >= minInteger && value <= maxInteger ? 'Integer' : 'Long';
}
