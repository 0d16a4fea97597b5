/** How many of several signers it takes. */
export type Enough =
  | { readonly rule: 'all' }
  | { readonly rule: 'count'; readonly count: number }
  | { readonly rule: 'share'; readonly percent: number };

/** A decision of one signer that ends it for all. */
export interface Veto {
  readonly variable: string;
  readonly value: string;
}

export interface Quorum {
  readonly enough: Enough;
  readonly veto: Veto | undefined;
}

/** The quorum that a completion condition says; undefined for one that says something else. */
export function readQuorum(condition: string | undefined): Quorum | undefined {
  if (condition === undefined) return { enough: { rule: 'all' }, veto: undefined };
  const body = /^\$\{(.*)\}$/s.exec(condition.trim())?.[1];
  if (body === undefined) return undefined;
  let enough: Enough | undefined;
  let veto: Veto | undefined;
  for (const part of body.split('||').map((it) => it.trim())) {
    const nowEnough = readEnough(part);
    const nowVeto = readVeto(part);
    if (nowEnough && enough === undefined) enough = nowEnough;
    else if (nowVeto && veto === undefined) veto = nowVeto;
    else return undefined;
  }
  return { enough: enough ?? { rule: 'all' }, veto };
}

/** The completion condition; undefined when everybody signs and nothing ends it before. */
export function quorumCondition({ enough, veto }: Quorum): string | undefined {
  const parts = [
    ...(enough.rule === 'count' ? [`nrOfCompletedInstances >= ${enough.count}`] : []),
    ...(enough.rule === 'share' ? [`nrOfCompletedInstances / nrOfInstances >= ${enough.percent / 100}`] : []),
    ...(veto ? [`${veto.variable} == '${veto.value}'`] : []),
  ];
  return parts.length === 0 ? undefined : `\${${parts.join(' || ')}}`;
}

function readEnough(part: string): Enough | undefined {
  const count = /^nrOfCompletedInstances\s*(?:>=|==)\s*(\d+)$/.exec(part)?.[1];
  if (count !== undefined) return { rule: 'count', count: Number(count) };
  const share = /^nrOfCompletedInstances\s*\/\s*nrOfInstances\s*>=\s*(\d(?:\.\d+)?)$/.exec(part)?.[1];
  return share === undefined ? undefined : { rule: 'share', percent: Math.round(Number(share) * 100) };
}

function readVeto(part: string): Veto | undefined {
  const [, variable, value] = /^([A-Za-z]\w*)\s*==\s*'([^'\\]*)'$/.exec(part) ?? [];
  return variable === undefined || value === undefined ? undefined : { variable, value };
}
