import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deployable } from '../../../model/deployable.ts';
import { EVENT, eventText, flows } from '../../../model/fixtures/bpmn-text.ts';
import type { ProcessGraph } from '../../../model/process-graph.ts';
import { everyRun } from '../fixtures/every-run.ts';
import { Course } from './course.ts';

type Part =
  | { readonly type: 'task' }
  | { readonly type: 'sequence' | 'parallel' | 'choice'; readonly parts: readonly Part[] }
  | { readonly type: 'loop' | 'exit'; readonly body: Part; readonly stops: boolean };

const part = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ type: fc.constant('task' as const) }),
    fc.record({
      type: fc.constantFrom('sequence' as const, 'parallel' as const, 'choice' as const),
      parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom('loop' as const, 'exit' as const),
      body: tie('part'),
      stops: fc.boolean(),
    }),
  ),
})).part;

/** Draws tasks, gateways, loops back, and ways out to an end of the token (outside of forks) or of everything. */
class Drawing {
  readonly #elements: string[] = [];
  readonly #flows: string[] = [];
  #number = 0;

  async process(root: Part): Promise<ProcessGraph> {
    const [first, last] = this.#part(root, false);
    this.#flow('s', first);
    this.#flow(last, 'e');
    const text = `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>${this.#elements.join('')}${flows(...this.#flows)}`;
    const { graphs, findings } = await deployable(eventText(text));
    const [graph] = graphs;
    if (graph === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
    return graph;
  }

  #part(it: Part, forked: boolean): [string, string] {
    if (it.type === 'task') {
      const id = this.#element('task');
      return [id, id];
    }
    if ('body' in it) return this.#way(it, forked);
    if (it.type === 'sequence') {
      const drawn = it.parts.map((one) => this.#part(one, forked));
      for (const [index, [first]] of drawn.entries())
        if (index > 0) this.#flow(drawn[index - 1]?.[1] ?? '', first);
      return [drawn[0]?.[0] ?? '', drawn.at(-1)?.[1] ?? ''];
    }
    const tag = it.type === 'parallel' ? 'parallelGateway' : 'exclusiveGateway';
    const [split, merge] = [this.#element(tag), this.#element(tag)];
    for (const one of it.parts) {
      const [first, last] = this.#part(one, forked || it.type === 'parallel');
      this.#flow(split, first, it.type === 'choice');
      this.#flow(last, merge);
    }
    if (it.type === 'choice') this.#fallback(split, merge);
    return [split, merge];
  }

  /** Behind the body: back to its start, or out. */
  #way({ type, body, stops }: Extract<Part, { body: Part }>, forked: boolean): [string, string] {
    const entry = this.#element('exclusiveGateway');
    const [first, last] = this.#part(body, forked);
    const split = this.#element('exclusiveGateway');
    const exit = this.#element('task');
    this.#flow(entry, first);
    this.#flow(last, split);
    this.#flow(split, type === 'loop' ? entry : this.#end(stops || forked), true);
    this.#fallback(split, exit);
    return [entry, exit];
  }

  #end(stops: boolean): string {
    return this.#element('endEvent', stops ? EVENT.terminate : '');
  }

  #element(tag: string, inside = ''): string {
    this.#number += 1;
    this.#elements.push(`<bpmn:${tag} id="n${this.#number}">${inside}</bpmn:${tag}>`);
    return `n${this.#number}`;
  }

  #flow(source: string, target: string, conditional = false): void {
    this.#number += 1;
    this.#flows.push(`f${this.#number}:${source}>${target}${conditional ? `>\${c}` : ''}`);
  }

  #fallback(split: string, target: string): void {
    const at = this.#elements.findIndex((text) => text.includes(`id="${split}"`));
    this.#elements[at] = (this.#elements[at] ?? '').replace('id=', `default="f${this.#number + 1}" id=`);
    this.#flow(split, target);
  }
}

test('avoidable, and come to before, are what a search over all markings of small processes finds', async () => {
  const answers = { avoided: 0, unavoidable: 0, looked: 0 };
  await fc.assert(
    fc.asyncProperty(part, fc.nat(), async (root, choice) => {
      const graph = await new Drawing().process(root);
      const ids = Object.keys(graph.nodes);
      const milestone = ids[choice % ids.length] ?? '';
      const runs = everyRun(graph, milestone);
      if (runs === undefined) return;

      const course = new Course(graph, new Set());

      answers.looked += 1;
      answers[runs.avoided ? 'avoided' : 'unavoidable'] += 1;
      expect(course.avoids(milestone, { at: 'start' })).toBe(runs.avoided);
      const before = ids.filter((id) => course.precedence(milestone).reaches(id));
      expect(before.sort()).toEqual([...runs.before].sort());
    }),
    { numRuns: 400, seed: 2026 },
  );
  expect(answers.looked).toBeGreaterThan(300);
  expect(Math.min(answers.avoided, answers.unavoidable)).toBeGreaterThan(50);
}, 60_000);
