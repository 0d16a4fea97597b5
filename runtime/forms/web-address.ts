import { isEmail } from './email-address.ts';

const SCHEME = /^(?:https?|ftp):\/\//i;
const LEAD = /^(?:(?:https?|ftp):)?\/\//i;
const HOST = /[a-z\d\u00a1-\uffff.-]+/iy;
const PORT = /:\d{2,5}/y;
const LABEL_EDGE = /^-|-$/;
const TOP_LABEL = /^[a-z\u00a1-\uffff]{2,}$/i;

/**
 * Whether a text is a web address. Without `http`, `https` or `ftp` before it, its host must end in a top-level
 * domain or be a public IPv4 address; an e-mail address is none. Linear in the length of the text.
 */
export function isUrl(value: string): boolean {
  if (isEmail(value)) return false;
  const scheme = SCHEME.exec(value)?.[0].length;
  const lead = LEAD.exec(value)?.[0].length ?? 0;
  for (const start of hostStarts(value, lead)) {
    const host = hostAt(value, start);
    if (host !== undefined && (isNamedHost(host) || (isInScheme(start, scheme) && isLabels(host))))
      return true;
  }
  return false;
}

/** Where a user name before the host begins behind the scheme, it has at least one character. */
const isInScheme = (start: number, scheme: number | undefined): boolean =>
  scheme !== undefined && (start === scheme || start > scheme + 1);

/** The host may begin at the front, behind the scheme, or behind any `@` that no white space stands before. */
function* hostStarts(value: string, lead: number): Generator<number, void, undefined> {
  yield 0;
  if (lead > 0) yield lead;
  const blank = value.search(/\s/);
  const end = blank === -1 ? value.length : blank;
  for (let at = value.indexOf('@'); at !== -1 && at < end; at = value.indexOf('@', at + 1)) {
    if (at > 0) yield at + 1;
  }
}

/** The host that begins at `start`, if nothing but a port and a path follows it. */
function hostAt(value: string, start: number): string | undefined {
  HOST.lastIndex = start;
  const host = HOST.exec(value)?.[0];
  if (host === undefined) return undefined;
  let end = start + host.length;
  PORT.lastIndex = end;
  end += PORT.exec(value)?.[0].length ?? 0;
  if (end === value.length) return host;
  return /[/?#]/.test(value.charAt(end)) && !/\s/.test(value.slice(end)) ? host : undefined;
}

function isLabels(host: string): boolean {
  return host.split('.').every((label) => label !== '' && !LABEL_EDGE.test(label));
}

function isNamedHost(host: string): boolean {
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  return (labels.length > 1 && TOP_LABEL.test(top) && isLabels(host)) || isPublicIp(host);
}

function isPublicIp(host: string): boolean {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) return false;
  const [first = '', second = '', third = '', fourth = ''] = host.split('.');
  const a = Number(first);
  const b = Number(second);
  const isPrivate =
    a === 10 ||
    a === 127 ||
    (a === 169 && b === 254) ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31);
  const hasLeadingZero = [first, fourth].some((part) => part.startsWith('0'));
  const isOdd = [second, third].some((part) => part.length === 3 && part.startsWith('0'));
  return (
    !isPrivate &&
    !hasLeadingZero &&
    !isOdd &&
    a <= 223 &&
    b <= 255 &&
    Number(third) <= 255 &&
    Number(fourth) <= 254
  );
}
