import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as filings from '@oneplan/runtime/contracts/api/filings.ts';
import * as plans from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';
import { countRoundTrips, type RoundTrips } from '../../crash/round-trips.ts';
import { loadCaller } from '../../identity/caller.ts';
import { openPlanHome, type PlanHome } from '../../testing/plan-home.ts';
import { openTestServer, type TestServer } from '../../testing/test-server.ts';
import { listFilings } from '../filing/list-filings.ts';
import { listLayers } from './list-layers.ts';

jest.setTimeout(240_000);

type Layers = z.output<typeof plans.listLayers.response>;
type Filings = z.output<typeof filings.listFilings.response>;

let server: TestServer;
let home: PlanHome;
let trips: RoundTrips;
beforeAll(async () => {
  server = await openTestServer();
  home = await openPlanHome(server, { districts: 10, schoolsEach: 3 });
  trips = await countRoundTrips(server.context);
});
afterAll(async () => {
  trips?.stop();
  await server.close();
});

const asCity = async () => {
  const user = await server.context.tables.users.findOne({ username: 'city' });
  const caller = user && (await loadCaller(server.context, user.id));
  if (!caller) throw new Error('the demo has a city administrator');
  return caller;
};

describe('the plans of a city with ten districts and three schools in each', () => {
  test('tell how each draft stands, and whether it rests on the newest version above', async () => {
    const city = await server.signIn('city');
    const { body } = await city.get<Layers>('/api/layers');
    expect(plans.listLayers.response.parse(body)).toEqual(body);
    const stateOf = new Map(body.items.map((it) => [it.orgUnit.name, it]));
    expect(home.districts.map(({ name }) => stateOf.get(name)?.state)).toEqual(home.states);
    expect(stateOf.get(home.behind)?.extends?.version).toBe(1);
    expect(stateOf.get(home.draft)?.extends?.version).toBe(2);
    expect(stateOf.get(`${home.draft}第1中学`)?.within).toBe(home.layerOf(home.draft));
    expect(stateOf.get(home.draft)?.within).toBe(stateOf.get('深圳市')?.id);
    const scheduled = stateOf.get(home.scheduled);
    expect(scheduled?.published?.effectiveFrom).toEqual(expect.any(String));
  });

  test('say who changed a draft last', async () => {
    const city = await server.signIn('city');
    const { body } = await city.get<Layers>('/api/layers');
    const changed = body.items.find(({ orgUnit }) => orgUnit.name === home.draft);
    expect(changed).toMatchObject({ changed: true, lastEdit: { by: home.officerOf(home.draft) } });
    expect(body.items.find(({ orgUnit }) => orgUnit.name === home.untouched)).toMatchObject({
      changed: false,
      lastEdit: null,
    });
  });

  test('say who has a draft open now, to everybody but that person', async () => {
    const officer = await server.signIn(home.officerAccount(home.draft));
    await officer.send('PUT', `/api/layers/${home.layerOf(home.draft)}/presence`, {
      body: { place: 'form/b-r01' },
    });
    const seenBy = async (account: string) => {
      const { body } = await (await server.signIn(account)).get<Layers>('/api/layers');
      return body.items.find(({ orgUnit }) => orgUnit.name === home.draft)?.here;
    };
    expect(await seenBy('city')).toMatchObject([
      { person: { name: home.officerOf(home.draft) }, place: 'form/b-r01' },
    ]);
    expect(await seenBy(home.officerAccount(home.draft))).toEqual([]);
  });

  test('say what waits for whom and since when', async () => {
    const city = await server.signIn('city');
    const { body } = await city.get<Filings>('/api/filings');
    expect(filings.listFilings.response.parse(body)).toEqual(body);
    const waiting = new Map(body.items.map((it) => [it.orgUnit.name, it]));
    const filed = waiting.get(home.filed);
    expect(filed).toMatchObject({
      mine: true,
      waitsFor: { orgUnit: { name: '深圳市' }, since: filed?.submittedAt },
    });
    expect(filed?.waitsFor?.people).toContain(city.me.user.name);
    const returned = waiting.get(home.returned);
    expect(returned).toMatchObject({
      mine: false,
      waitsFor: {
        orgUnit: { name: home.returned },
        people: [home.officerOf(home.returned)],
        since: returned?.decidedAt,
      },
    });
    expect(waiting.get(home.published)?.waitsFor).toBeNull();
  });

  test('cost as many statements as the plans of two districts', async () => {
    const caller = await asCity();
    const cost = async (list: () => Promise<unknown>) => {
      await list();
      trips.take();
      await list();
      return trips.take();
    };
    const before = [
      await cost(() => listLayers(server.context, caller)),
      await cost(() => listFilings(server.context, caller)),
    ];
    expect(Math.max(...before)).toBeGreaterThan(2);
    await openPlanHome(server, { districts: 2, schoolsEach: 1, prefix: '后加' });
    const after = [
      await cost(() => listLayers(server.context, caller)),
      await cost(() => listFilings(server.context, caller)),
    ];
    // The four layers more may not cost one statement each; a look of the job executor may come in between.
    for (const [at, count] of after.entries()) expect(count).toBeLessThan((before[at] ?? 0) + 3);
  });
});
