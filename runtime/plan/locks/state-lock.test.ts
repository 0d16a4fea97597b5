import { describe, expect, test } from '@jest/globals';
import { juniorHighCity } from '../fixtures/junior-high-city.ts';
import { shippedContent } from '../fixtures/shipped-content.ts';
import type { Lock } from '../lock.ts';
import { manifest as manifestSchema } from '../manifest.ts';
import { lockStatedIn, statedLocks, withLock } from './state-lock.ts';

const { manifest } = await shippedContent();
const locked: Lock = {
  class: 'LOCKED',
  basis: { document: manifest.legalBasis[0]?.id ?? '', clause: '三（一）' },
};
const [form] = manifest.forms;
const [parameter] = manifest.parameters;
const component = { element: `form:${form?.key}/title` };
const own = { element: 'form:own-form/hours', property: 'validate.max' };

describe('a lock is stated', () => {
  test('for a component among the locks of the manifest, once', () => {
    const stated = withLock(withLock(manifest, own, { class: 'FREE' }), own, locked);

    expect(lockStatedIn(stated, own)).toEqual(locked);
    expect(stated.locks).toHaveLength(manifest.locks.length + 1);
    expect(manifestSchema.safeParse(stated).success).toBe(true);
  });

  test('for one property beside the lock of the element', () => {
    const limit: Lock = { class: 'TIGHTEN', direction: 'max' };
    const stated = withLock(withLock(manifest, { element: own.element }, locked), own, limit);

    expect(lockStatedIn(stated, own)).toEqual(limit);
    expect(lockStatedIn(stated, { element: own.element })).toEqual(locked);
  });

  test.each([
    ['parameter', `parameter:${parameter?.key}`],
    ['form', `form:${form?.key}`],
    ['process', `process:${manifest.processes[0]?.key}`],
    ['notice', `notice:${manifest.notices[0]?.key}`],
  ])('for a %s with its entry', (_, element) => {
    const stated = withLock(manifest, { element }, locked);

    expect(lockStatedIn(stated, { element })).toEqual(locked);
    expect(stated.locks).toEqual(manifest.locks);
    expect(manifestSchema.safeParse(stated).success).toBe(true);
  });
});

test('a lock of an indicator is stated with the indicator', () => {
  const [indicator] = juniorHighCity.manifest.indicators ?? [];
  const target = { element: `indicator:${indicator?.code}` };
  const stated = withLock(juniorHighCity.manifest, target, locked);

  expect(stated.indicators?.[0]?.lock).toEqual(locked);
  expect(stated.locks).toEqual(juniorHighCity.manifest.locks);
});

describe('a lock is taken away', () => {
  test('from the locks of the manifest', () => {
    const without = withLock(withLock(manifest, own, locked), own, undefined);

    expect(without).toEqual(manifest);
  });

  test('but not from an entry that always has one', () => {
    expect(withLock(manifest, { element: `form:${form?.key}` }, undefined)).toBe(manifest);
  });

  test('and where none is stated nothing changes', () => {
    expect(withLock(manifest, own, undefined)).toBe(manifest);
  });
});

test('all locks of a manifest are listed, those of entries too', () => {
  const listed = statedLocks(withLock(manifest, component, locked));

  expect(listed).toContainEqual({ ...component, lock: locked });
  expect(listed).toContainEqual({ element: `parameter:${parameter?.key}`, lock: parameter?.lock });
  expect(new Set(listed.map(({ element, property }) => `${element}@${property}`)).size).toBe(listed.length);
});
