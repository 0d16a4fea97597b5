import { inserting, type Mutation, replacing } from './mutation.ts';

const START_TAG = /<[a-z]+:\w+(?: [^<>]*)?>/g;
const ANY_TAG = /<\/?[a-z]+:\w+[^<>]*>/g;
const END_TAG = /<\/[a-z]+:\w+>/g;
const ATTRIBUTE = / ([\w:]+)="([^"]*)"/g;

/** Ways to make a file that is not well-formed XML 1.0, or not XML that is taken from strangers. */
export const XML_MUTATIONS: readonly Mutation[] = [
  {
    name: 'cut off',
    apply: (xml, random) => xml.slice(0, 1 + random.below(xml.trimEnd().length - 2)),
  },
  replacing('end tag missing', END_TAG, () => ''),
  replacing('end tag twice', END_TAG, (tag) => tag[0] + tag[0]),
  replacing('end tag of another name', END_TAG, () => '</bpmn:other>'),
  replacing('end tag in other case', END_TAG, (tag) => tag[0].toUpperCase()),
  replacing('start tag without end', /<[a-z]+:\w+(?: [^<>]*)? \/>/g, (tag) => tag[0].replace('/', '')),
  replacing('tag without its bracket', ANY_TAG, (tag) => tag[0].slice(0, -1)),
  replacing('attribute without quotes', ATTRIBUTE, (found) => ` ${found[1]}=x${found[2]?.length}`),
  replacing('attribute with one quote', ATTRIBUTE, (found) => ` ${found[1]}="${found[2]}`),
  replacing('attribute without value', ATTRIBUTE, (found) => ` ${found[1]}`),
  replacing('attribute twice', ATTRIBUTE, (found) => found[0] + found[0]),
  replacing('bracket in an attribute', ATTRIBUTE, (found) => ` ${found[1]}="<${found[2]}"`),
  replacing('bare ampersand in an attribute', ATTRIBUTE, (found) => ` ${found[1]}="${found[2]}& co"`),
  replacing('attributes run together', /" (?=[\w:]+=")/g, () => '"'),
  replacing('undeclared prefix', /<(\/?)bpmn:/g, (found) => `<${found[1]}nowhere:`),
  inserting('bare bracket', START_TAG, ['<', '< ', '<1>', '<>', '</>', '<!']),
  inserting('bare ampersand', START_TAG, ['&', '& ', 'a & b', '&nbsp;', '&unknown;', '&#xZ;', '&;']),
  inserting('comment that is none', START_TAG, ['<!-- a -- b -->', '<!-- open', '<!->']),
  inserting('CDATA that does not end', START_TAG, ['<![CDATA[ open', '<![CDATA', '<![cdata[x]]>']),
  inserting('instruction that does not end', START_TAG, ['<?target', '<? x ?>', '<?xml version="1.0"?>']),
  inserting('character that XML forbids', START_TAG, ['\u0000', '\u0001', '\u000b', '\u001f', '\ufffe']),
  inserting('reference to a forbidden character', START_TAG, ['&#0;', '&#x1F;', '&#xFFFE;', '&#x110000;']),
  inserting('DOCTYPE inside', START_TAG, ['<!DOCTYPE x>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">']),
  {
    name: 'DOCTYPE',
    apply: (xml, random) =>
      xml.replace(/\?>/, () => `?>${random.one(DOCTYPES)}`).replace(/(targetNamespace=")/, '$1&e;'),
  },
  {
    name: 'other encoding',
    apply: (xml, random) =>
      xml.replace('encoding="UTF-8"', `encoding="${random.one(['UTF-16', 'UTF-7', 'GBK', 'ISO-8859-1'])}"`),
  },
  {
    name: 'text behind the root',
    apply: (xml, random) => xml + random.one(['x', '<bpmn:process id="p2" />', '&amp;', ']]>', '<']),
  },
  { name: 'two roots', apply: (xml) => xml + xml.replace(/<\?xml[^>]*\?>/, '') },
  { name: 'text before the declaration', apply: (xml, random) => random.one(['x', '<', '&', 'PNG']) + xml },
  {
    name: 'bytes of another kind',
    apply: (xml, random) => {
      const at = random.below(xml.length);
      return `${xml.slice(0, at)}\ufffd\ufffd${xml.slice(at)}`;
    },
  },
];

const DOCTYPES = [
  '<!DOCTYPE d [<!ENTITY e "x">]>',
  '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE d [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>',
  '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>',
  '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE d PUBLIC "-//X//Y" "x.dtd">',
  '<!doctype d [<!ENTITY e "x">]>',
];
