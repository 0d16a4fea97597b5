import type { ZonedMoment } from '@formio/js/form';

/** China has one time zone without summer time since 1992; enough for every device there. Packed as Moment packs them. */
const chinese = {
  version: 'china',
  zones: ['Asia/Shanghai|CST|-80|0||23e6', 'Asia/Urumqi|+06|-60|0||32e5', 'Etc/UTC|UTC|0|0|'],
  links: [
    'Asia/Shanghai|Asia/Chongqing',
    'Asia/Shanghai|Asia/Chungking',
    'Asia/Shanghai|Asia/Harbin',
    'Asia/Shanghai|PRC',
    'Asia/Urumqi|Asia/Kashgar',
    'Etc/UTC|UTC',
    'Etc/UTC|Etc/GMT',
    'Etc/UTC|GMT',
  ],
};

const known = new Set(
  [...chinese.zones, ...chinese.links].flatMap((packed) => packed.split('|').slice(0, 2)),
);

/**
 * Gives Form.io its time zones from the bundle: at once on a device in China (or on UTC), else the whole world's
 * (0.7 MB), which Form.io waits for before it shows a date.
 */
export function loadTimeZones(moment: ZonedMoment, device: string): void {
  moment.tz.load(chinese);
  if (known.has(device)) {
    moment.zonesLoaded = true;
    return;
  }
  moment.zonesPromise = import('moment-timezone/data/packed/latest.json').then(({ default: world }) => {
    moment.tz.load(world);
    moment.zonesLoaded = true;
    document.body.dispatchEvent(new Event('zonesLoaded'));
  });
}
