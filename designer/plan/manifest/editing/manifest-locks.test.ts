import { describe, expect, test } from '@jest/globals';
import { planManifest } from '../../fixtures/layer.ts';
import { manifestLocks } from './manifest-locks.ts';

const content = { manifest: planManifest, forms: {}, processes: {} };
const city = { content, authority: '深圳市', version: 3 };

describe('the locks of the layers above', () => {
  test('say who has locked a notice and in which version', () => {
    expect(manifestLocks([city]).ofElement('notice:notice')).toMatchObject({
      lock: { class: 'LOCKED' },
      authority: '深圳市',
      version: 3,
    });
  });

  test('are credited to the city in a school too, whatever stands between', () => {
    const district = { content, authority: '南山区', version: 1 };
    expect(manifestLocks([city, district]).ofElement('notice:notice')).toMatchObject({
      authority: '深圳市',
      version: 3,
    });
  });

  test('say nothing about what the layer has added', () => {
    expect(manifestLocks([city]).ofProperty('notice:own', 'audience')).toBeUndefined();
  });

  test('refuse a locked notice that is shown to more people, and nothing of the same manifest', () => {
    const { findings } = manifestLocks([city]);
    const [notice] = planManifest.notices;
    const mine = { ...planManifest, notices: notice ? [{ ...notice, audience: 'school' as const }] : [] };

    expect(findings(planManifest)).toEqual([]);
    expect(findings(mine)).toMatchObject([
      { rule: 'lock-changed', element: 'notice:notice', property: 'audience' },
    ]);
  });

  test('do not hold at the top, where nobody is above', () => {
    const locks = manifestLocks([]);
    expect(locks.ofElement('notice:notice')).toBeUndefined();
    expect(locks.mayAdd('groups', 'group')).toBe(true);
    expect(locks.findings(planManifest)).toEqual([]);
  });
});
