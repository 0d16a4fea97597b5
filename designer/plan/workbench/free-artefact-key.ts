interface Known {
  readonly kind: string;
  readonly key: string;
}

const words = { form: 'form', process: 'flow', decision: 'decision' } as const;

/** A key that no form, flow or decision of the draft has: nobody has to think of one. */
export function freeArtefactKey(artefacts: readonly Known[], kind: keyof typeof words): string {
  const word = words[kind];
  const taken = new Set(artefacts.filter((it) => it.kind === kind).map(({ key }) => key));
  let number = taken.size + 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}
