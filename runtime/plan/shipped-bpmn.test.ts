import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json' with { type: 'json' };
import { projectFile, shippedFiles } from './fixtures/shipped-plan.ts';

const flows = [...shippedFiles()].filter(([path]) => path.endsWith('.bpmn'));

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

const number = (text: string, name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1]);

/** Bounds of every shape by the id of its element. */
function shapesOf(xml: string): Map<string, Bounds> {
  return new Map(
    [...xml.matchAll(/<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*(<dc:Bounds [^>]*>)/g)].map(
      ([, id = '', bounds = '']) => {
        const [x, y] = [number(bounds, 'x'), number(bounds, 'y')];
        return [id, { x, y, right: x + number(bounds, 'width'), bottom: y + number(bounds, 'height') }];
      },
    ),
  );
}

/** The linter's own command line: its CommonJS loads ES modules, which Node can and Jest cannot. */
function lint(file: string): { status: number | null; output: string } {
  const require = createRequire(import.meta.url);
  const command = require.resolve('bpmnlint/bin/bpmnlint.js');
  const config = fileURLToPath(new URL('./fixtures/bpmnlint.json', import.meta.url));
  const run = spawnSync(process.execPath, [command, '--config', config, '--max-warnings', '0', file], {
    encoding: 'utf8',
  });
  return { status: run.status, output: `${run.stdout}${run.stderr}`.trim() };
}

/** Ids of everything that a diagram has to show. */
function drawnIds(xml: string): string[] {
  const [semantic = ''] = xml.split('<bpmndi:BPMNDiagram');
  const kinds =
    'startEvent|endEvent|boundaryEvent|intermediateCatchEvent|userTask|serviceTask|exclusiveGateway|subProcess|sequenceFlow';
  return [...semantic.matchAll(new RegExp(`<bpmn:(?:${kinds}) id="([^"]+)"`, 'g'))].map(([, id = '']) => id);
}

describe.each(flows)('%s', (path, xml) => {
  test('is read without a warning', async () => {
    const { warnings } = await new BpmnModdle({ camunda }).fromXML(xml);
    expect(warnings).toEqual([]);
  });

  test('keeps the recommended rules of bpmnlint', () => {
    expect(lint(projectFile(path))).toEqual({ status: 0, output: '' });
  });

  test('is made for Camunda 7 and executable', () => {
    expect(xml).toContain(
      'modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.',
    );
    expect(xml).toContain('isExecutable="true" camunda:historyTimeToLive=');
  });

  test('draws every element once', () => {
    const drawn = [...xml.matchAll(/bpmnElement="([^"]+)"/g)].map(([, id = '']) => id);
    const expected = [
      ...drawnIds(xml),
      ...[...xml.matchAll(/<bpmn:process id="([^"]+)"/g)].map(([, id = '']) => id),
    ];
    expect(expected.length).toBeGreaterThan(20);
    expect(drawn.sort()).toEqual(expected.sort());
  });

  test('keeps shapes apart: one holds the other, or they do not touch', () => {
    const boundary = new Set([...xml.matchAll(/<bpmn:boundaryEvent id="([^"]+)"/g)].map(([, id = '']) => id));
    const shapes = [...shapesOf(xml)].filter(([id]) => !boundary.has(id));
    const apart = (a: Bounds, b: Bounds) =>
      a.right <= b.x || b.right <= a.x || a.bottom <= b.y || b.bottom <= a.y;
    const holds = (a: Bounds, b: Bounds) =>
      a.x < b.x && a.y < b.y && a.right > b.right && a.bottom > b.bottom;
    const touching = shapes.flatMap(([id, a], index) =>
      shapes
        .slice(index + 1)
        .flatMap(([other, b]) => (apart(a, b) || holds(a, b) || holds(b, a) ? [] : [[id, other]])),
    );
    expect(touching).toEqual([]);
  });

  test('cites its legal basis', () => {
    expect(/<bpmn:process [^>]*>\s*<bpmn:documentation>[^<]*〔\d{4}〕/.test(xml)).toBe(true);
  });
});
