/** Elements that an author's texts may use. */
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'code',
    'dd',
    'del',
    'div',
    'dl',
    'dt',
    'em',
    'figcaption',
    'figure',
  ],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'i',
    'img',
    'ins',
    'kbd',
    'li',
    'mark',
    'ol',
    'p',
    'pre',
    'q',
    's',
  ],
  ...[
    'section',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'u',
    'ul',
  ],
]);

/** Attributes that these elements may have; `aria-…` besides. */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...[
    'alt',
    'class',
    'colspan',
    'dir',
    'height',
    'href',
    'id',
    'lang',
    'rel',
    'role',
    'rowspan',
    'scope',
    'src',
  ],
  ...['start', 'target', 'title', 'width'],
]);

/** Attributes that lead somewhere. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src']);

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/** Whether a link may be followed: `http`, `https`, `mailto`, `tel`, or a place on this server. */
export function isSafeAddress(address: string): boolean {
  const plain = decodeEntities(address).replace(/[\p{C}\p{Z}]/gu, '');
  const scheme = SCHEME.exec(plain)?.[1];
  return scheme === undefined
    ? !plain.includes(':') || /^[/?#.]/.test(plain)
    : SCHEMES.has(scheme.toLowerCase());
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#x([\da-f]{1,6});?/gi, (_match, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_match, decimal: string) => character(Number(decimal)))
    .replace(/&colon;?/gi, ':')
    .replace(/&(?:tab|newline);?/gi, '')
    .replace(/&amp;?/gi, '&');
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
