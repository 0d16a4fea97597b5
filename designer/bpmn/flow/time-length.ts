import type { FlowVariable } from './flow-entry.ts';

/** How long something may take. */
export type TimeLength =
  | { readonly by: 'none' }
  | { readonly by: 'days' | 'hours'; readonly amount: number }
  /** A duration parameter of the plan: one place for all who use it. */
  | { readonly by: 'parameter'; readonly parameter: string; readonly variable: string }
  | { readonly by: 'written'; readonly text: string };

/** The length that a text of a flow says. `variables` are those that the manifest declares for the flow. */
export function readLength(text: string | undefined, variables: readonly FlowVariable[]): TimeLength {
  if (text === undefined) return { by: 'none' };
  const [, days, hours] = /^P(?:(\d+)D|T(\d+)H)$/.exec(text) ?? [];
  if (days !== undefined) return { by: 'days', amount: Number(days) };
  if (hours !== undefined) return { by: 'hours', amount: Number(hours) };
  const name = /^\$\{\s*([A-Za-z]\w*)\s*\}$/.exec(text)?.[1];
  const source = variables.find((variable) => variable.name === name)?.source;
  return source?.from === 'parameter' && name !== undefined
    ? { by: 'parameter', parameter: source.parameter, variable: name }
    : { by: 'written', text };
}

export function lengthText(length: TimeLength): string | undefined {
  switch (length.by) {
    case 'none':
      return undefined;
    case 'days':
      return `P${length.amount}D`;
    case 'hours':
      return `PT${length.amount}H`;
    case 'parameter':
      return `\${${length.variable}}`;
    case 'written':
      return length.text;
  }
}
