import { fileURLToPath } from 'node:url';
import type { getArtefact, listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import { cohorts } from '../../demo/organisation.ts';
import { openTestServer, type TestServer } from '../../testing/test-server.ts';
import { readShippedPlan } from '../../usecases/plans/read-shipped-plan.ts';
import { enlarged, type PlanSize } from './large-plan.ts';

type Layers = z.output<typeof listLayers.response>;
type Artefact = z.output<typeof getArtefact.response>;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const planKey = 'shenzhen-junior-high';
/** Forms in which the district that files has changed something. */
const changedForms = 12;

export interface TypingWorld {
  readonly server: TestServer;
  /** The draft in which is typed: of a district, held to the locks of its city. */
  readonly district: string;
  readonly city: string;
  /** What another district has filed with the city. */
  readonly filed: string;
}

/** A server with the pages as they are shipped and a plan of this size: published, derived and filed. */
export async function openTypingWorld(size: PlanSize): Promise<TypingWorld> {
  const plan = enlarged(await readShippedPlan(root, planKey), planKey, size);
  const server = await openTestServer({ pages: true, now: Date.now(), plan });
  const client = await server.signIn('futian');
  const { body } = await (await server.signIn('city')).get<Layers>('/api/layers');
  const layerOf = (name: string) => {
    const layer = body.items.find(({ orgUnit, planKey: key }) => orgUnit.name === name && key === planKey);
    if (!layer) throw new Error(`${name} has no layer of the plan`);
    return layer.id;
  };
  const filed = layerOf('福田区');
  for (let number = 0; number < changedForms; number += 1) {
    const path = `/api/layers/${filed}/artefacts/form/copy-${number}`;
    const { body: form } = await client.get<Artefact>(path);
    const content = form.content.replaceAll(
      /"label": "补充问题 (\d+)"/g,
      '"label": "补充问题 $1", "tooltip": "如实填写"',
    );
    const saved = await client.send('PUT', path, {
      body: { content },
      headers: { 'if-match': `"${form.revision}"` },
    });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  }
  const answer = await client.send('POST', `/api/layers/${filed}/filing`, {
    body: { note: '', cohorts: cohorts.map(({ entryCohort }) => entryCohort) },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { server, district: layerOf('南山区'), city: layerOf('深圳市'), filed };
}
