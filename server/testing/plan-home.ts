import type { LayerState } from '@oneplan/runtime/contracts/api/filings.ts';
import { demoPassword } from '../demo/load-demo.ts';
import { transaction } from '../persistence/transaction.ts';
import { acceptance } from './accept-filing.ts';
import { type Answer, type Client, signIn, type TestServer } from './test-server.ts';

export interface PlanHomeSize {
  readonly districts: number;
  readonly schoolsEach: number;
  /** Before the number of each district’s name. */
  readonly prefix?: string;
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly officer: string;
}

/** What becomes of a district’s draft; the districts take them in turn. */
const ways = [
  'untouched',
  'draft',
  'filed',
  'returned',
  'accepted',
  'scheduled',
  'published',
  'behind',
  'checked',
  'lapsed',
] as const;
type Way = (typeof ways)[number];

const stateAfter: Readonly<Record<Way, LayerState>> = {
  untouched: 'draft',
  draft: 'draft',
  filed: 'filed',
  returned: 'returned',
  accepted: 'accepted',
  scheduled: 'published',
  published: 'published',
  behind: 'draft',
  checked: 'checked',
  lapsed: 'draft',
};

/** A city whose districts and schools work on their plans, each at another place of the way; by the names of districts. */
export interface PlanHome extends Readonly<Record<Way, string>> {
  readonly districts: readonly Unit[];
  readonly states: readonly LayerState[];
  layerOf(name: string): string;
  officerOf(name: string): string;
  officerAccount(name: string): string;
}

const dayMs = 86_400_000;
const planKey = 'shenzhen-junior-high';
const cohorts = [2025, 2026];
/** The cohort for which the city publishes its plan once more. */
const laterCohort = 2027;

/** Adds districts, schools and officers to the demo, and plays what they do with the city’s plan. */
export async function openPlanHome(server: TestServer, size: PlanHomeSize): Promise<PlanHome> {
  const city = await server.signIn('city');
  const layers = new Map<string, string>();
  const planned = Array.from({ length: size.districts }, (_, at) => ({
    name: `${size.prefix ?? '示范'}${at + 1}区`,
    way: ways[at % ways.length] ?? 'untouched',
  }));
  const districts: Unit[] = [];
  for (const { name } of planned)
    districts.push(await addUnit(server, { parent: '深圳市', name, kind: 'district' }));
  const begin = async (district: Unit) => {
    const officer = await signIn(server.address, district.account, demoPassword);
    layers.set(district.name, await derive(officer, district.id));
  };
  const waysOf = new Map(planned.map(({ name, way }) => [name, way]));
  const [behind, others] = [true, false].map((is) =>
    districts.filter(({ name }) => (waysOf.get(name) === 'behind') === is),
  );
  for (const district of behind ?? []) await begin(district);
  if (behind?.length) await publishAgain(city);
  for (const district of others ?? []) await begin(district);
  for (const [at, district] of districts.entries()) {
    const officer = await signIn(server.address, district.account, demoPassword);
    const layer = layers.get(district.name) ?? '';
    await play(server, { city, officer, layer, at }, waysOf.get(district.name) ?? 'untouched');
    for (let number = 1; number <= size.schoolsEach; number += 1) await addSchool(server, district, number);
  }
  const unit = (name: string) => {
    const found = districts.find((it) => it.name === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  const first = (way: Way) => planned.find((it) => it.way === way)?.name ?? '';
  return {
    ...(Object.fromEntries(ways.map((way) => [way, first(way)])) as Record<Way, string>),
    districts,
    states: planned.map(({ way }) => stateAfter[way]),
    layerOf: (name) => layers.get(name) ?? '',
    officerOf: (name) => unit(name).officer,
    officerAccount: (name) => unit(name).account,
  };
}

interface Play {
  readonly city: Client;
  readonly officer: Client;
  readonly layer: string;
  /** Which district it is, so that no two drafts are the same. */
  readonly at: number;
}

async function play({ context }: TestServer, { city, officer, layer, at }: Play, way: Way): Promise<void> {
  if (way === 'untouched' || way === 'behind') return;
  await edit(officer, layer, at + 1);
  if (way === 'draft') return;
  if (way === 'checked') {
    await must(officer.send('POST', `/api/layers/${layer}/check`));
    return;
  }
  const filing = await file(officer, layer);
  if (way === 'filed') return;
  if (way === 'lapsed') return edit(officer, layer, at + 40);
  if (way === 'returned') return decide(city, filing, { decision: 'return', reason: '请补充说明' });
  const days = way === 'scheduled' ? 40 : 0;
  const effectiveOn = new Date(context.now() + days * dayMs).toISOString().slice(0, 10);
  await decide(city, filing, { ...acceptance, effectiveOn });
  if (way !== 'accepted')
    await must(officer.send('POST', `/api/layers/${layer}/publish`, { body: { note: '本区细则', cohorts } }));
}

/** A school with its own version; every second one has changed something. */
async function addSchool(server: TestServer, district: Unit, number: number): Promise<void> {
  const name = `${district.name}第${number}中学`;
  const school = await addUnit(server, { parent: district.name, name, kind: 'school' });
  const principal = await signIn(server.address, school.account, demoPassword);
  const layer = await derive(principal, school.id);
  if (number % 2 === 0) await edit(principal, layer, number + 50);
}

/** The city publishes its next version, for a cohort that has none yet. */
export async function publishAgain(city: Client): Promise<void> {
  const { body } = await city.get<{ items: { id: string; orgUnit: { kind: string }; planKey: string }[] }>(
    '/api/layers',
  );
  const layer = body.items.find((it) => it.orgUnit.kind === 'city' && it.planKey === planKey)?.id ?? '';
  await edit(city, layer, 1);
  await must(
    city.send('POST', `/api/layers/${layer}/publish`, { body: { note: '修订', cohorts: [laterCohort] } }),
  );
}

interface NewUnit {
  readonly parent: string;
  readonly name: string;
  readonly kind: 'district' | 'school';
}

let units = 0;

/** An org unit with somebody who makes its plan. */
async function addUnit({ context }: TestServer, { parent, name, kind }: NewUnit): Promise<Unit> {
  const { tables, newId } = context;
  units += 1;
  const above = await tables.orgUnits.findOne({ name: parent });
  const somebody = await tables.users.findOne({ username: 'nanshan' });
  if (!above || !somebody) throw new Error(`the demo has no ${parent}`);
  const id = newId();
  const user = {
    ...somebody,
    id: newId(),
    username: `officer${units}`,
    name: `管理员${units}`,
    staffNo: null,
  };
  await transaction(context.database, async () => {
    await tables.orgUnits.insert({
      ...above,
      id,
      parentId: above.id,
      kind,
      code: `${kind === 'district' ? '4499' : '94499'}${String(units).padStart(4, '0')}`,
      name,
      path: `${above.path}${id}/`,
    });
    await tables.users.insert(user);
    await tables.memberships.insert({
      id: newId(),
      userId: user.id,
      role: kind === 'district' ? 'district-admin' : 'school-admin',
      orgUnitId: id,
      validFrom: '2020-01-01',
      validTo: null,
    });
  });
  return { id, name, account: user.username, officer: user.name };
}

type Sent = Answer;

async function must(sent: Promise<Sent>): Promise<Record<string, unknown>> {
  const { status, body } = await sent;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

async function derive(officer: Client, orgUnitId: string): Promise<string> {
  const { body } = await officer.get<{ items: { bundleId: string; planKey: string }[] }>(
    `/api/org-units/${orgUnitId}/layer-offers`,
  );
  const bundleId = body.items.find((it) => it.planKey === planKey)?.bundleId;
  const made = await must(officer.send('POST', '/api/layers', { body: { bundleId, orgUnitId } }));
  return (made.layer as { id: string }).id;
}

/** Changes what everybody below the city may change: when reviewers are reminded. */
export async function edit(officer: Client, layer: string, days: number): Promise<void> {
  const path = `/api/layers/${layer}/artefacts/manifest/plan`;
  const { body } = await officer.get<{ content: string; revision: number }>(path);
  const manifest = JSON.parse(body.content) as { parameters: { key: string; value: unknown }[] };
  for (const parameter of manifest.parameters)
    if (parameter.key === 'reminderPeriod') parameter.value = `PT${24 + days}H`;
  await must(
    officer.send('PUT', path, {
      body: { content: JSON.stringify(manifest) },
      headers: { 'if-match': `"${body.revision}"` },
    }),
  );
}

export async function file(officer: Client, layer: string): Promise<string> {
  const filed = await must(
    officer.send('POST', `/api/layers/${layer}/filing`, { body: { note: '', cohorts } }),
  );
  return (filed.filing as { id: string }).id;
}

async function decide(authority: Client, filing: string, data: object): Promise<void> {
  const { body } = await authority.get<{ task: { id: string } | null }>(`/api/filings/${filing}`);
  await must(
    authority.send('POST', `/api/filings/${filing}/decision`, { body: { taskId: body.task?.id, data } }),
  );
}
