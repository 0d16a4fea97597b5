import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import express from 'express';
import { createSession } from '../../identity/sessions.ts';
import { openPlanFixture, type PlanFixture } from '../../usecases/plans/fixtures/plan-fixture.ts';
import { mount } from '../mount.ts';
import { problemHandler } from '../problem.ts';
import { planRoutes } from './plans.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
let server: Server;
let cityBundle: string;
let north: string;
beforeAll(async () => {
  plan = await openPlanFixture();
  cityBundle = await plan.publishCity();
  north = await plan.derive(cityBundle, 'north');
  const app = express();
  for (const route of planRoutes) mount(app, plan.context, route, { secureCookies: false });
  app.use(problemHandler(plan.context.log));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await plan.context.close();
});

interface Call {
  readonly method?: 'PUT' | 'POST';
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

async function call(who: keyof PlanFixture['officers'], path: string, { method, body, headers }: Call = {}) {
  const { token, csrfToken } = await createSession(plan.context, plan.officers[who].userId);
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    method: method ?? 'GET',
    headers: {
      cookie: `oneplan=${token}`,
      'x-csrf-token': csrfToken,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: (await response.json()) as Body,
  };
}

interface Body {
  readonly content: string;
  readonly code?: string;
  readonly revision: number;
  readonly bundle: { readonly id: string; readonly version: number };
}

const formOf = (layer: string, key = 'b-r01') => `/api/layers/${layer}/artefacts/form/${key}`;

describe('a draft over HTTP', () => {
  test('is read with an ETag, saved with it, and answered with the next', async () => {
    const read = await call('north', formOf(north));
    expect(read).toMatchObject({ status: 200, etag: '"1"', body: { revision: 1 } });

    const save = (etag: string) =>
      call('north', formOf(north), {
        method: 'PUT',
        body: { content: read.body.content },
        headers: { 'if-match': etag },
      });

    expect(await save('"1"')).toMatchObject({ status: 200, etag: '"2"', body: { revision: 2 } });
    expect(await save('"7"')).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
  });

  test('is not saved without If-Match', async () => {
    const saved = await call('north', formOf(north), { method: 'PUT', body: { content: '{}' } });

    expect(saved).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
  });

  test.each([
    ['south', 'draft of another district', () => formOf(north)],
    ['south', 'findings of another district', () => `/api/layers/${north}/findings`],
    ['teacher', 'plan of a city', () => `/api/layers/${plan.cityLayer}`],
    ['teacher', 'version of a city', () => `/api/bundles/${cityBundle}`],
  ] as const)('%s may not read the %s', async (who, _what, path) => {
    expect(await call(who, path())).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('the layer above may be read below, but not saved or published', async () => {
    expect(await call('north', formOf(plan.cityLayer))).toMatchObject({ status: 200 });
    const saved = await call('north', formOf(plan.cityLayer), {
      method: 'PUT',
      body: { content: '{}' },
      headers: { 'if-match': '"1"' },
    });
    const published = await call('north', `/api/layers/${plan.cityLayer}/publish`, {
      method: 'POST',
      body: { note: '', cohorts: [2025] },
      headers: { 'idempotency-key': 'not-theirs-to-publish' },
    });
    expect([saved.status, published.status]).toEqual([403, 403]);
  });
});

test('publishing with a key that was used answers what was published then', async () => {
  const publish = () =>
    call('north', `/api/layers/${north}/publish`, {
      method: 'POST',
      body: { note: '本区版本', cohorts: [2026] },
      headers: { 'idempotency-key': 'publish-north-once' },
    });

  await plan.accept(north, 'north', [2026]);

  const first = await publish();
  const second = await publish();

  expect(first).toMatchObject({ status: 200, body: { bundle: { version: 1 } } });
  expect(second).toEqual({ ...first, etag: second.etag });
  expect(await plan.context.tables.bundles.count({ layerId: north })).toBe(1);
});
