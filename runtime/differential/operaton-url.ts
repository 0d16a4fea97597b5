/** REST root of the engine that is the reference; `npm test` starts one and names it in the environment. */
export function operatonUrl(): string {
  const url = process.env.OPERATON_URL;
  if (url === undefined || url === '')
    throw new Error('OPERATON_URL names no engine to compare with; run: npm test "differential on Operaton"');
  return url;
}
