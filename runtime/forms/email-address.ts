const ATOMS = /^[^<>()[\]\\.,;:\s@"]+(?:\.[^<>()[\]\\.,;:\s@"]+)*$/;
const LABEL = /^[a-z\d-]+$/i;
const TOP_LABEL = /^[a-z]{2,}$/i;
const QUAD = /^\[\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\]$/;

/** Whether a text is an e-mail address: atoms or a quoted name, then a domain name or an address in brackets. */
export function isEmail(value: string): boolean {
  const at = value.lastIndexOf('@');
  if (at < 1) return false;
  const name = value.slice(0, at);
  const domain = value.slice(at + 1);
  return (ATOMS.test(name) || isQuoted(name)) && (QUAD.test(domain) || isDomain(domain));
}

const isQuoted = (name: string): boolean =>
  name.length > 2 && name.startsWith('"') && name.endsWith('"') && !/[\n\r\u2028\u2029]/.test(name);

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.pop() ?? '';
  return labels.length > 0 && TOP_LABEL.test(top) && labels.every((label) => LABEL.test(label));
}
