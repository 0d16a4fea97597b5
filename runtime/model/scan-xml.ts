import { BPMN_LIMITS } from './limits.ts';
import { Report } from './report.ts';

/** What the scan learns about a file before it is parsed. */
export interface XmlScan {
  readonly report: Report;
  /** line (the first is 1) of the start tag that carries an id */
  readonly lines: ReadonlyMap<string, number>;
  /** line of the root element */
  readonly rootLine: number;
}

const START_TAG_NAME = /<([^\s/>="'<&]+)/y;
const ATTRIBUTE = /\s+([^\s=/>"'<&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const END_TAG = /<\/([^\s>]+)\s*>/y;
const XML_DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/;
const INSTRUCTION_TARGET = /<\?(?!xml[\s?])[A-Za-z_][\w.-]*(?=\s|\?>)/iy;
const CHARACTER_NUMBER = /&#(?:(\d{1,7})|x([\da-fA-F]{1,6}));/g;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const FORBIDDEN_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Walks over the raw text once, in linear time: enforces the limits, refuses DOCTYPE, entities and other
 * encodings, checks that tags match, and notes on which line each id stands. Stops at the first fatal finding.
 */
export function scanXml(xml: string): XmlScan {
  const scan = new Scan(xml);
  try {
    scan.run();
  } catch (error) {
    if (!(error instanceof FatalFinding)) throw error;
  }
  return { report: scan.report, lines: scan.lines, rootLine: scan.rootLine };
}

/** Ends the scan; the finding itself is in the report. */
class FatalFinding extends Error {}

class Scan {
  readonly #xml: string;
  readonly lines = new Map<string, number>();
  readonly report: Report;
  rootLine = 1;
  readonly #open: string[] = [];
  #position = 0;
  #line = 1;
  #lineUpTo = 0;
  #elements = 0;
  #allElements = 0;
  /** depth at which a part begins whose ids or elements do not count, if within one */
  #diagramDepth: number | undefined;
  #extensionDepth: number | undefined;

  constructor(xml: string) {
    this.#xml = xml;
    this.report = new Report(this.lines);
  }

  run(): void {
    this.#checkText();
    for (;;) {
      const next = this.#xml.indexOf('<', this.#position);
      this.#text(next === -1 ? this.#xml.length : next);
      if (next === -1) break;
      this.#position = next;
      this.#markup();
    }
    const open = this.#open.at(-1);
    if (open !== undefined) throw this.#malformed(`The element <${open}> is not closed`);
    if (this.#allElements === 0) throw this.#malformed('The file holds no XML element');
  }

  #checkText(): void {
    const limit = BPMN_LIMITS.bytes;
    if (this.#xml.length > limit || new TextEncoder().encode(this.#xml).length > limit)
      throw this.#stop('xml-size', `The file is larger than ${limit} bytes; split the process`, { limit });
    const declared = /^\ufeff?<\?xml\s[^>]*?\?>/
      .exec(this.#xml)?.[0]
      .match(/\bencoding\s*=\s*["']([^"']*)["']/)?.[1];
    if (declared !== undefined && declared.toLowerCase() !== 'utf-8')
      throw this.#stop('xml-encoding', `The file declares the encoding ${declared}; save it as UTF-8`, {
        encoding: declared,
      });
    if (this.#xml.includes('\ufffd'))
      throw this.#stop('xml-encoding', 'The file is not valid UTF-8; save it as UTF-8', { encoding: '?' });
    const forbidden = FORBIDDEN_CHARACTER.exec(this.#xml);
    if (forbidden !== null) {
      this.#position = forbidden.index;
      throw this.#malformed('The file holds a control character');
    }
  }

  #markup(): void {
    if (this.#at('<!--')) this.#comment();
    else if (this.#at('<![CDATA[')) this.#skipTo(']]>', 'CDATA section');
    else if (this.#at('<!'))
      throw this.#stop('xml-doctype', 'A DOCTYPE or ENTITY declaration is not allowed; remove it');
    else if (this.#at('<?')) this.#instruction();
    else if (this.#at('</')) this.#endTag();
    else this.#startTag();
  }

  /** XML 1.0, 2.5: two hyphens end a comment, or it is none. */
  #comment(): void {
    this.#position += '<!--'.length;
    const hyphens = this.#xml.indexOf('--', this.#position);
    if (hyphens === -1) throw this.#malformed('The comment is not closed');
    this.#position = hyphens;
    if (!this.#at('-->')) throw this.#malformed('There are two hyphens inside a comment');
    this.#position += '-->'.length;
  }

  /** XML 1.0, 2.6 and 2.8: the declaration stands at the very beginning; any other instruction has a target. */
  #instruction(): void {
    const atStart = this.#position === 0 || (this.#position === 1 && this.#xml.startsWith('\ufeff'));
    const declaration = atStart ? XML_DECLARATION.exec(this.#xml.slice(this.#position)) : null;
    if (declaration !== null) {
      this.#position += declaration[0].length;
      return;
    }
    if (this.#match(INSTRUCTION_TARGET) === null)
      throw this.#malformed('A processing instruction has no target, or is a misplaced XML declaration');
    this.#skipTo('?>', 'processing instruction');
  }

  #startTag(): void {
    if (this.#open.length === 0 && this.#allElements > 0)
      throw this.#malformed('There is a second element beside the root element');
    const name = this.#match(START_TAG_NAME)?.[1];
    if (name === undefined) throw this.#malformed('A tag has no name');
    const line = this.#currentLine();
    if (this.#allElements === 0) this.rootLine = line;
    const attributes = this.#attributes(name);
    const end = this.#match(TAG_END);
    if (end === null) throw this.#malformed(`The tag <${name}> is not well-formed`);
    this.#open.push(name);
    this.#count(localName(name));
    const id = attributes.get('id');
    if (id !== undefined && this.#extensionDepth === undefined) this.#noteId(id, line);
    if (end[1] === '/') this.#close();
  }

  #attributes(tag: string): Map<string, string> {
    const attributes = new Map<string, string>();
    for (let found = this.#match(ATTRIBUTE); found !== null; found = this.#match(ATTRIBUTE)) {
      const [, name = '', double, single] = found;
      const value = double ?? single ?? '';
      if (attributes.has(name)) throw this.#malformed(`The tag <${tag}> has the attribute ${name} twice`);
      this.#checkReferences(value);
      attributes.set(name, value);
      const limit = BPMN_LIMITS.attributesPerElement;
      if (attributes.size > limit)
        throw this.#stop('xml-attributes', `The tag <${tag}> has more than ${limit} attributes`, { limit });
    }
    return attributes;
  }

  #count(name: string): void {
    const depth = this.#open.length;
    this.#allElements += 1;
    if (name === 'BPMNDiagram') this.#diagramDepth ??= depth;
    if (name === 'extensionElements') this.#extensionDepth ??= depth;
    if (this.#diagramDepth === undefined) this.#elements += 1;
    if (depth > BPMN_LIMITS.depth)
      throw this.#stop('xml-depth', `Elements are nested deeper than ${BPMN_LIMITS.depth} levels`, {
        limit: BPMN_LIMITS.depth,
      });
    else if (this.#elements > BPMN_LIMITS.elements || this.#allElements > BPMN_LIMITS.allElements)
      throw this.#stop(
        'xml-elements',
        `The file has more than ${BPMN_LIMITS.elements} elements; split the process`,
        {
          limit: BPMN_LIMITS.elements,
        },
      );
  }

  #noteId(id: string, line: number): void {
    if (id === '') this.report.add('id-invalid', { line }, 'The id is empty; write one', { id, type: 'id' });
    const first = this.lines.get(id);
    if (first === undefined) this.lines.set(id, line);
    else
      this.report.add(
        'duplicate-id',
        { elementId: id, line },
        `The id "${id}" is used twice, on lines ${first} and ${line}; every element needs its own`,
        { first },
      );
  }

  #endTag(): void {
    const found = this.#match(END_TAG);
    const open = this.#open.at(-1);
    if (found === null || found[1] !== open)
      throw this.#malformed(`The end tag </${found?.[1] ?? '?'}> does not match <${open ?? '?'}>`);
    this.#close();
  }

  #close(): void {
    const depth = this.#open.length;
    if (this.#diagramDepth === depth) this.#diagramDepth = undefined;
    if (this.#extensionDepth === depth) this.#extensionDepth = undefined;
    this.#open.pop();
  }

  #text(end: number): void {
    const text = this.#xml.slice(this.#position, end);
    this.#checkReferences(text);
    if (text.includes(']]>')) {
      this.#position += text.indexOf(']]>');
      throw this.#malformed('There is ]]> outside a CDATA section');
    }
    if (this.#open.length === 0 && text.replace(/^\ufeff/, '').trim() !== '')
      throw this.#malformed('There is text outside the root element');
  }

  /** `text` begins at the position that the scan has reached, or is an attribute that ends there. */
  #checkReferences(text: string): void {
    const bare = BARE_AMPERSAND.exec(text);
    if (bare !== null) throw this.#at(text) ? this.#advance(bare.index).#entity() : this.#entity();
    for (const found of text.matchAll(CHARACTER_NUMBER)) {
      const code = found[1] === undefined ? Number.parseInt(found[2] ?? '', 16) : Number(found[1]);
      if (isXmlCharacter(code)) continue;
      if (this.#at(text)) this.#advance(found.index);
      throw this.#malformed(`The character number ${code} stands for no character`);
    }
  }

  #advance(characters: number): this {
    this.#position += characters;
    return this;
  }

  #entity(): FatalFinding {
    return this.#stop(
      'xml-entity',
      'Only the entities &amp; &lt; &gt; &quot; &apos; and character numbers are allowed',
    );
  }

  #skipTo(mark: string, what: string): void {
    const end = this.#xml.indexOf(mark, this.#position);
    if (end === -1) throw this.#malformed(`The ${what} is not closed`);
    else this.#position = end + mark.length;
  }

  #at(mark: string): boolean {
    return this.#xml.startsWith(mark, this.#position);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#xml);
    if (found !== null) this.#position += found[0].length;
    return found;
  }

  #malformed(reason: string): FatalFinding {
    return this.#stop('xml-malformed', `The file is not well-formed XML: ${reason}`, { reason });
  }

  #stop(
    rule: Parameters<Report['add']>[0],
    message: string,
    params: Record<string, string | number> = {},
  ): FatalFinding {
    this.report.add(rule, { line: this.#currentLine() }, message, params);
    return new FatalFinding();
  }

  #currentLine(): number {
    for (let next = this.#nextBreak(); next !== -1 && next < this.#position; next = this.#nextBreak()) {
      this.#line += 1;
      this.#lineUpTo = next + 1;
    }
    return this.#line;
  }

  #nextBreak(): number {
    return this.#xml.indexOf('\n', this.#lineUpTo);
  }
}

/** XML 1.0, 2.2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
