import type { EngineQuery, FilterValues, QueryRequest } from '../../usecases/engine-queries/engine-query.ts';
import type { FieldKind } from '../../usecases/engine-queries/filter-field.ts';
import {
  type VariableScope,
  type VariableTest,
  variableOperators,
} from '../../usecases/engine-queries/variable-test.ts';
import { instantOf } from './camunda-date.ts';
import { invalidRequest } from './rest-failure.ts';

type Input = Readonly<Record<string, unknown>>;

const mostRows = 10_000;
const longestText = 4_000;
const mostTexts = 1_000;
const mostTests = 20;

/**
 * Reads what a caller asks of a query: `GET` parameters (all texts) and the members of a `POST` body (JSON), which
 * name the same fields. Only fields of the query are taken; anything else is refused, because a filter that is
 * passed over would answer too much.
 */
export function readQuery(query: EngineQuery, input: Input, address: Input = {}): QueryRequest {
  const filters: Record<string, FilterValues[string]> = {};
  const variables: VariableTest[] = [];
  const any: FilterValues[] = [];
  const flags = {
    ignoreNameCase: readFlag('variableNamesIgnoreCase', input.variableNamesIgnoreCase) ?? false,
    ignoreValueCase: readFlag('variableValuesIgnoreCase', input.variableValuesIgnoreCase) ?? false,
  };
  for (const [name, value] of Object.entries(input)) {
    if (value === null || value === undefined || alsoKnown.has(name)) continue;
    const scope = ownValue(query.variableFilters, name);
    if (scope) variables.push(...readTests(name, value, scope, flags));
    else if (name === 'orQueries') any.push(...readAlternatives(query, value));
    else filters[name] = readField(query, name, value);
  }
  return {
    filters,
    any: any.filter((alternatives) => Object.keys(alternatives).length > 0),
    variables,
    order: readOrder(query, input),
    first: readWhole('firstResult', address.firstResult ?? input.firstResult) ?? 0,
    max: Math.min(readWhole('maxResults', address.maxResults ?? input.maxResults) ?? mostRows, mostRows),
  };
}

/** Members that every query has beside its filters. */
const alsoKnown: ReadonlySet<string> = new Set([
  'sortBy',
  'sortOrder',
  'sorting',
  'firstResult',
  'maxResults',
  'variableNamesIgnoreCase',
  'variableValuesIgnoreCase',
  'deserializeValues',
  'deserializeValue',
]);

const ownValue = <T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

function readField(query: EngineQuery, name: string, value: unknown): FilterValues[string] {
  const field = ownValue(query.filters, name);
  if (!field)
    throw invalidRequest(
      name.endsWith('Expression')
        ? `Expressions are not evaluated in queries: remove '${name}' and send a value`
        : `Unsupported query parameter '${name}'`,
    );
  const read = readers[field.kind](value);
  if (read === undefined) throw wrongValue(name, value);
  return read;
}

const wrongValue = (name: string, value: unknown) =>
  invalidRequest(`Cannot set query parameter '${name}' to value '${show(value)}'`);

const show = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 100);

const readText = (value: unknown) =>
  typeof value === 'string' && value.length <= longestText ? value : undefined;

/** One line a kind of field; undefined: the value is of another kind. */
const readers: Readonly<Record<FieldKind, (value: unknown) => FilterValues[string]>> = {
  text: readText,
  texts: (value) => {
    const list = typeof value === 'string' ? value.split(',') : value;
    return Array.isArray(list) &&
      list.length <= mostTexts &&
      list.every((each) => readText(each) !== undefined)
      ? (list as string[])
      : undefined;
  },
  flag: (value) => {
    if (typeof value === 'boolean') return value;
    return value === 'true' ? true : value === 'false' ? false : undefined;
  },
  integer: (value) => {
    const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
  },
  instant: (value) => (typeof value === 'string' ? (instantOf(value) ?? undefined) : undefined),
};

function readFlag(name: string, value: unknown): boolean | undefined {
  if (value === null || value === undefined) return undefined;
  const flag = readers.flag(value);
  if (typeof flag !== 'boolean') throw wrongValue(name, value);
  return flag;
}

function readWhole(name: string, value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const number = readers.integer(value);
  if (typeof number !== 'number' || number < 0) throw wrongValue(name, value);
  return number;
}

function readOrder(query: EngineQuery, input: Input): QueryRequest['order'] {
  const criteria: { sortBy?: unknown; sortOrder?: unknown }[] = [];
  if (Array.isArray(input.sorting)) criteria.push(...input.sorting.slice(0, 10));
  if ((input.sortBy ?? null) !== null || (input.sortOrder ?? null) !== null) {
    if ((input.sortBy ?? null) === null || (input.sortOrder ?? null) === null)
      throw invalidRequest('Only a single sorting parameter specified. sortBy and sortOrder required');
    criteria.push({ sortBy: input.sortBy, sortOrder: input.sortOrder });
  }
  return criteria.map(({ sortBy, sortOrder = 'asc' }) => {
    if (typeof sortBy !== 'string' || !Object.hasOwn(query.orders, sortBy))
      throw wrongValue('sortBy', sortBy);
    if (sortOrder !== 'asc' && sortOrder !== 'desc') throw wrongValue('sortOrder', sortOrder);
    return { by: sortBy, descending: sortOrder === 'desc' };
  });
}

function readAlternatives(query: EngineQuery, value: unknown): FilterValues[] {
  if (!Array.isArray(value) || value.length > 10) throw wrongValue('orQueries', value);
  return value.map((each) =>
    Object.fromEntries(
      Object.entries((each ?? {}) as Input)
        .filter(([, given]) => given !== null && given !== undefined)
        .map(([name, given]) => [name, readField(query, name, given)]),
    ),
  );
}

type Flags = Pick<VariableTest, 'ignoreNameCase' | 'ignoreValueCase'>;

/** `name_eq_value,other_gt_5` in an address (values are texts there), objects in a body. */
function readTests(name: string, value: unknown, scope: VariableScope, flags: Flags): VariableTest[] {
  const tests = typeof value === 'string' ? value.split(',').map((test) => testOfText(name, test)) : value;
  if (!Array.isArray(tests) || tests.length > mostTests) throw wrongValue(name, value);
  return tests.map((test: Input) => {
    const { name: variable, operator, value: wanted = null } = test ?? {};
    const known = variableOperators.find((each) => each === operator);
    if (typeof variable !== 'string' || variable === '')
      throw invalidRequest(`A variable of '${name}' has no name`);
    if (!known) throw invalidRequest(`Invalid variable comparator specified: ${show(operator)}`);
    if (typeof wanted === 'object' && wanted !== null)
      throw invalidRequest(
        `The variable '${variable}' of '${name}' is compared with a text, a number or a flag`,
      );
    return { scope, name: variable, operator: known, value: wanted as VariableTest['value'], ...flags };
  });
}

function testOfText(name: string, text: string): Input {
  const [, variable, operator, value] = /^(.+?)_([a-zA-Z]+)_(.*)$/.exec(text) ?? [];
  if (variable === undefined)
    throw invalidRequest(
      `variable query parameter has to have format KEY_OPERATOR_VALUE: '${name}' is '${show(text)}'`,
    );
  return { name: variable, operator, value };
}
