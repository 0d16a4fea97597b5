/** Where the test run has found a client; throws for one that it has not handed in. */
export function environmentOf<K extends string>(names: Readonly<Record<K, string>>): Record<K, string> {
  const entries = Object.entries<string>(names).map(([key, name]) => {
    const value = process.env[name];
    if (!value)
      throw new Error(`${name} is not set: run "npm test -- 'Java client'" or "npm test -- 'Python client'"`);
    return [key, value];
  });
  return Object.fromEntries(entries) as Record<K, string>;
}
