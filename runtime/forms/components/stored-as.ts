type Store = (value: unknown) => unknown;

const toNumber: Store = (value) => {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) && String(value) === String(number) ? number : value;
};

const toFlag: Store = (value) => {
  if (typeof value !== 'string') return value;
  const lower = value.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : value;
};

const asItIs: Store = (value) => value;

/** How a scalar choice of a select is stored under its `dataType`; an unknown type leaves it as it is. */
export function storedAs(dataType: unknown): Store {
  switch (dataType || 'auto') {
    case 'auto':
      return (value) => toFlag(toNumber(String(value)));
    case 'number':
      return toNumber;
    case 'boolean':
      return toFlag;
    case 'string':
      return String;
    default:
      return asItIs;
  }
}
