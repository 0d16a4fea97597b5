import { describe, expect, test } from '@jest/globals';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { operatonUrl } from '../operaton-url.ts';
import { playScript } from '../play-script.ts';
import { RestEngine } from '../rest-engine.ts';
import { readShippedProcesses, scenarioCommands } from '../shipped-plans.ts';

const cases = readShippedProcesses().flatMap(({ file, xml, scenarios }) =>
  scenarios.scenarios.map(({ name, steps }) => ({ file, xml, scenarios, name, steps })),
);

describe('a shipped process means the same on both engines', () => {
  test.each(cases)('$file: $name', async ({ file, xml, scenarios, steps }) => {
    const files = [{ name: file.replace(/^.*\//, ''), content: xml }];
    const [ours, theirs] = [new EmbeddedEngine(Date.now), new RestEngine(operatonUrl())];
    await Promise.all([ours.deploy(files), theirs.deploy(files)]);

    const start = { process: scenarios.process, variables: scenarios.start };
    const played = await playScript(ours, theirs, start, scenarioCommands(steps));

    expect(played.differences).toEqual([]);
    expect(played.commands).toBe(steps.length + 1);
  });
});
