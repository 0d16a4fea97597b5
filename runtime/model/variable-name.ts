/** Whether a name can be a process variable: nothing that leads to a prototype, no control characters. */
export function isVariableName(name: string): boolean {
  return (
    /^[^\p{Cc}]{1,255}$/u.test(name) && name !== '__proto__' && name !== 'constructor' && name !== 'prototype'
  );
}
