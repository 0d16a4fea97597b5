import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { between, bpmnText } from './fixtures/bpmn-text.ts';
import { BPMN_LIMITS } from './limits.ts';
import { scanXml } from './scan-xml.ts';

const rulesOf = (xml: string) => scanXml(xml).report.findings.map((finding) => finding.rule);
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;

describe('what the parser never sees', () => {
  test.each<[string, string, string, number]>([
    ['a DOCTYPE', 'xml-doctype', '<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>', 2],
    [
      'an entity declaration',
      'xml-doctype',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      1,
    ],
    ['an entity in text', 'xml-entity', '<a>\n&xxe;</a>', 2],
    ['an entity in an attribute', 'xml-entity', '<a b="&lol9;"/>', 1],
    ['UTF-16', 'xml-encoding', '<?xml version="1.0" encoding="UTF-16"?><a/>', 1],
    ['UTF-7', 'xml-encoding', "<?xml version='1.0' encoding='utf-7'?><a/>", 1],
    ['bytes that were not UTF-8', 'xml-encoding', '<a b="\ufffd"/>', 1],
    ['a control character', 'xml-malformed', '<a>\u0000</a>', 1],
    ['an unclosed element', 'xml-malformed', '<a><b></b>', 1],
    ['crossed tags', 'xml-malformed', '<a>\n<b></a></b>', 2],
    ['an attribute twice', 'xml-malformed', '<a b="1" b="2"/>', 1],
    ['an attribute without quotes', 'xml-malformed', '<a b=1/>', 1],
    ['an unclosed comment', 'xml-malformed', '<a><!-- </a>', 1],
    ['text outside', 'xml-malformed', 'hello<a/>', 1],
    ['nothing', 'xml-malformed', '', 1],
    ['too deep', 'xml-depth', nested(BPMN_LIMITS.depth + 1), 1],
    ['too many elements', 'xml-elements', `<a>${'<b/>'.repeat(BPMN_LIMITS.elements)}</a>`, 1],
    [
      'too many attributes',
      'xml-attributes',
      `<a ${Array.from({ length: 101 }, (_, n) => `a${n}=""`).join(' ')}/>`,
      1,
    ],
    ['two hyphens inside a comment', 'xml-malformed', '<a>\n<!-- b -- c --></a>', 2],
    ['a declaration that is not at the beginning', 'xml-malformed', '<a>\n<?xml version="1.0"?></a>', 2],
    ['a declaration of another version', 'xml-malformed', '<?xml version="1.0& co"?><a/>', 1],
    ['two root elements', 'xml-malformed', '<a/>\n<b/>', 2],
    ['the end of a CDATA section that never began', 'xml-malformed', '<a>\n]]></a>', 2],
    ['the number of no character', 'xml-malformed', '<a>\n&#x1F;</a>', 2],
    ['an empty id', 'id-invalid', '<a>\n<b id=""/></a>', 2],
    ['too large', 'xml-size', `<a>${'公'.repeat(BPMN_LIMITS.bytes / 3)}</a>`, 1],
  ])('refuses %s', (_, rule, xml, line) => {
    expect(scanXml(xml).report.findings).toEqual([expect.objectContaining({ rule, line })]);
  });

  test.each([
    ['the limit of depth', nested(BPMN_LIMITS.depth)],
    [
      'comments, CDATA and instructions',
      '<?xml version="1.0" encoding="utf-8"?>\n<!-- & < --><a><![CDATA[<&x;]]><?pi?></a>',
    ],
    ['predefined entities', '<a b="&amp;&lt;&#20844;&#x516C;">&quot;&apos;&gt;</a>'],
    ['a byte order mark', '\ufeff<a/>'],
  ])('accepts %s', (_, xml) => {
    expect(rulesOf(xml)).toEqual([]);
  });

  test('elements of the diagram part do not count as elements of the process', () => {
    const shapes = '<x:shape/>'.repeat(BPMN_LIMITS.elements);
    expect(rulesOf(`<a><x:BPMNDiagram>${shapes}</x:BPMNDiagram></a>`)).toEqual([]);
  });

  test('names both lines of an id that is used twice', () => {
    const xml = bpmnText('<bpmn:task id="t"/>\n<bpmn:task id="t"/>');
    expect(scanXml(xml).report.findings).toEqual([
      expect.objectContaining({
        rule: 'duplicate-id',
        elementId: 't',
        line: 3,
        params: { element: 't', first: 2 },
      }),
    ]);
  });

  test('knows the line of each id', () => {
    const { lines } = scanXml(bpmnText('<bpmn:task\n  id="a"/>\n<bpmn:task id="b"/>'));
    expect([...lines]).toEqual([
      ['d', 1],
      ['p', 1],
      ['a', 2],
      ['b', 4],
    ]);
  });

  test('answers on any text', () => {
    const file = between('<bpmn:task id="t" name="a &amp; b"/>', 't');
    const cut = fc.tuple(fc.nat(file.length), fc.nat(30), fc.string({ maxLength: 8 }));
    const mutated = cut.map(([at, length, insert]) => file.slice(0, at) + insert + file.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), mutated), (xml) => {
        for (const { rule, line } of scanXml(xml).report.findings)
          expect([typeof rule, typeof line]).toEqual(['string', 'number']);
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
