import { describe, expect, test } from '@jest/globals';
import { juniorHighCity } from '../fixtures/junior-high-city.ts';
import { field } from '../fixtures/plan-text.ts';
import { addComponent, component, entry, parameter, variant } from '../fixtures/variants.ts';
import type { PlanLayer } from '../locks/plan-layer.ts';
import { readLayer } from '../locks/read-layer.ts';
import { explain } from './explain.ts';
import { resolve } from './resolve.ts';

const districtContent = variant(
  juniorHighCity,
  parameter('noticePeriod', 'P7D'),
  component('summary', 'text', { validate: { maxLength: 300, required: true } }),
  addComponent('record', field('textfield', 'venue', '场馆')),
  ({ manifest }) => {
    Object.assign(
      entry(manifest.parameters, ({ key }) => key === 'trainingGate'),
      { value: true, lock: { class: 'LOCKED', basis: { document: 'plan', clause: '五' } } },
    );
  },
);

async function layers(): Promise<PlanLayer[]> {
  const city = { authority: '深圳市', version: 3, ...(await readLayer(juniorHighCity)) };
  const district = { authority: '南山区', version: 2, ...(await readLayer(districtContent)) };
  const school = { authority: '实验学校', version: undefined, ...(await readLayer(districtContent)) };
  return [city, district, school];
}

const city = { authority: '深圳市', version: 3 };
const district = { authority: '南山区', version: 2 };

describe('why is this so', () => {
  test('a value that the district set, under a rule of the city', async () => {
    const notice = explain('parameter:noticePeriod', await layers());
    expect(notice?.introduced).toEqual(city);
    const value = notice?.properties.find(({ property }) => property === 'value');
    expect(value).toMatchObject({
      value: 'P7D',
      from: district,
      basis: { number: '深教规〔2020〕6号' },
      lock: {
        authority: '深圳市',
        version: 3,
        lock: { class: 'TIGHTEN', direction: 'min' },
        stated: 'element',
      },
    });
    expect(notice?.properties.find(({ property }) => property === 'calendar')).toMatchObject({ from: city });
  });

  test('a field that is required by the district, and its other properties by the city', async () => {
    const properties = explain('form:summary/text', await layers())?.properties ?? [];
    const from = (name: string) => properties.find(({ property }) => property === name)?.from;
    expect(from('validate.required')).toEqual(district);
    expect(from('validate.maxLength')).toEqual(city);
  });

  test('a field of the district’s own, in a form of the city', async () => {
    const venue = explain('form:record/venue', await layers());
    expect(venue).toMatchObject({
      introduced: district,
      placed: district,
      lock: { stated: 'around', authority: '深圳市' },
    });
  });

  test('a lock of the district is told as the district’s, with its clause', async () => {
    const gate = explain('parameter:trainingGate', await layers());
    expect(gate?.lock).toMatchObject({ authority: '南山区', version: 2, basis: { clause: '五' } });
  });

  test('nothing about what is not there', async () => {
    expect(explain('form:record/nothing', await layers())).toBeUndefined();
  });
});

describe('layers on each other', () => {
  const top = { ...city, ...juniorHighCity };

  test('each artefact is from the lowest layer that stores it', () => {
    const { summary } = districtContent.forms;
    const plan = resolve([
      top,
      { ...district, manifest: districtContent.manifest, forms: summary ? { summary } : {}, processes: {} },
    ]);
    expect(plan?.content.manifest).toBe(districtContent.manifest);
    expect(plan?.content.forms.summary).toBe(summary);
    expect(plan?.content.forms.record).toBe(juniorHighCity.forms.record);
    expect(plan?.sources.get('form:summary')).toEqual(district);
    expect(plan?.sources.get('form:record')).toEqual(city);
  });

  test('what the manifest in force does not list is not in force', () => {
    const forms = juniorHighCity.manifest.forms.filter(({ key }) => key !== 'summary');
    const plan = resolve([
      top,
      { ...district, manifest: { ...juniorHighCity.manifest, forms }, forms: {}, processes: {} },
    ]);
    expect(plan?.content.forms.summary).toBeUndefined();
  });

  test('without a manifest there is no plan', () => {
    expect(resolve([{ ...district, forms: {}, processes: {} }])).toBeUndefined();
  });
});
