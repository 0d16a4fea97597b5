interface Known {
  readonly kind: string;
  readonly key: string;
}

/** A key that no form or flow of the draft has: nobody has to think of one. */
export function freeArtefactKey(artefacts: readonly Known[], kind: 'form' | 'process'): string {
  const word = kind === 'form' ? 'form' : 'flow';
  const taken = new Set(artefacts.filter((it) => it.kind === kind).map(({ key }) => key));
  let number = taken.size + 1;
  while (taken.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}
