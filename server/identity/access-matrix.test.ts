import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '@oneplan/runtime/contracts/api/index.ts';
import type { Endpoint } from '@oneplan/runtime/contracts/endpoint.ts';
import { permissions } from '@oneplan/runtime/contracts/permissions.ts';
import { type Role, roles } from '@oneplan/runtime/contracts/roles.ts';
import express from 'express';
import { mount } from '../http/mount.ts';
import { routes } from '../http/routes.ts';
import { requestFor } from '../testing/matrix-requests.ts';
import {
  type MatrixWorld,
  openMatrixWorld,
  relationHolds,
  type Side,
  sides,
} from '../testing/matrix-world.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { policy } from './policy.ts';

/** Signing out is tested last and apart: it would end the session of the cells that follow. */
const asked = endpoints.filter(
  (endpoint) => endpoint.permission !== 'public' && endpoint.id !== 'session.sign-out',
);

let server: TestServer;
let world: MatrixWorld;

beforeAll(async () => {
  server = await openTestServer();
  world = await openMatrixWorld(server);
}, 120_000);
afterAll(() => server.close());

/** What the policy table says about one cell. */
function allowed(endpoint: Endpoint, role: Role, side: Side): boolean {
  return policy.some(
    (row) =>
      row.permission === endpoint.permission &&
      row.roles.includes(role) &&
      (endpoint.target === undefined || relationHolds(row.relation, role, endpoint.target.kind, side)),
  );
}

describe('the authorisation matrix: every route × every role × own and other', () => {
  describe.each(asked.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_id, endpoint) => {
    const cells = roles.flatMap((role) =>
      (endpoint.target ? sides : (['own'] as const)).map((side) => [role, side] as const),
    );
    test.each(cells)('%s, %s', async (role, side) => {
      const target = endpoint.target ? world.target(endpoint.target.kind, role, side) : null;
      const { method, path, body, headers } = requestFor(endpoint, target);
      const client = world.clients[role];
      const answer =
        method === 'GET' ? await client.get(path) : await client.send(method, path, { body, headers });
      if (allowed(endpoint, role, side)) {
        expect([401, 403, 404, 500]).not.toContain(answer.status);
      } else {
        expect(answer).toMatchObject({
          status: 403,
          body: { code: 'forbidden', permission: endpoint.permission },
        });
      }
    });
  });

  test.each(
    endpoints
      .filter((endpoint) => endpoint.permission !== 'public')
      .map((endpoint) => [endpoint.id, endpoint] as const),
  )('%s answers nobody who is not signed in', async (_id, endpoint) => {
    const { method, path, headers } = requestFor(
      endpoint,
      endpoint.target ? world.target(endpoint.target.kind, 'city-admin', 'own') : null,
    );
    const answer = await fetch(server.address + path, { method, headers });
    expect(answer.status).toBe(401);
  });

  test.each(
    asked.filter((endpoint) => endpoint.method !== 'GET').map((endpoint) => [endpoint.id, endpoint] as const),
  )('%s changes nothing without the session’s CSRF token, or from another site', async (_id, endpoint) => {
    const role = roles.find((candidate) => allowed(endpoint, candidate, 'own')) ?? 'city-admin';
    const { method, path, body, headers } = requestFor(
      endpoint,
      endpoint.target ? world.target(endpoint.target.kind, role, 'own') : null,
    );
    const client = world.clients[role];
    const forged = await client.send(method as 'POST', path, {
      body,
      headers: { ...headers, 'x-csrf-token': 'guess' },
    });
    expect(forged).toMatchObject({ status: 403, body: { code: 'csrf-token-invalid' } });
    const crossSite = await client.send(method as 'POST', path, {
      body,
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    });
    expect(crossSite).toMatchObject({ status: 403, body: { code: 'csrf-token-invalid' } });
  });
});

describe('routes', () => {
  test('are exactly the contract’s endpoints', () => {
    expect(
      routes({ secureCookies: false })
        .map((route) => route.endpoint.id)
        .sort(),
    ).toEqual(endpoints.map((endpoint) => endpoint.id).sort());
  });

  test('without a permission that exists are not started', () => {
    const [route] = routes({ secureCookies: false });
    const unnamed = {
      ...route,
      endpoint: { ...route?.endpoint, permission: undefined },
    } as unknown as NonNullable<typeof route>;
    expect(() => mount(express(), server.context, unnamed, { secureCookies: false })).toThrow(
      /names no permission/,
    );
  });

  test('ask only for permissions that the table grants, and the table grants only what exists', () => {
    const granted = new Set(policy.map((row) => row.permission));
    expect(
      asked
        .filter((endpoint) => !granted.has(endpoint.permission as (typeof permissions)[number]))
        .map((endpoint) => endpoint.id),
    ).toEqual([]);
    expect([...granted].filter((permission) => !permissions.includes(permission))).toEqual([]);
  });

  test('leave a line in the audit log for each read of a pupil’s file', async () => {
    const student = world.target('student', 'class-teacher', 'own');
    const lines = () => server.context.tables.audit.count({ action: 'pupil-file.read', objectId: student });
    const before = await lines();
    await world.clients['class-teacher'].get(`/api/students/${student}/records`);
    expect(await lines()).toBe(before + 1);
  });
});
