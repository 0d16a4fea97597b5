/**
 * Keeps what this release exports of the plans that come with it, as test data for all later ones:
 * runtime/plan/fixtures/exports/<version>/<plan>.zip. Part of a release; what an earlier release left is not touched.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleContent } from '../runtime/plan/bundle-content.ts';
import { fingerprint, webDigest } from '../runtime/plan/fingerprint.ts';
import { loadPlan } from '../runtime/plan/load-plan.ts';
import { packPlan } from '../runtime/plan/plan-file/pack-plan.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const folder = `${root}runtime/plan/fixtures/exports`;
const list = `${folder}/fingerprints.json`;
const kept = JSON.parse(readFileSync(list, 'utf8'));

function filesOf(plan) {
  const files = new Map();
  for (const place of [`processes/${plan}`, `forms/${plan}`])
    for (const name of readdirSync(`${root}${place}`))
      files.set(`${place}/${name}`, readFileSync(`${root}${place}/${name}`, 'utf8'));
  return files;
}

mkdirSync(`${folder}/${version}`, { recursive: true });
for (const entry of readdirSync(`${root}processes`, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const { plan, findings } = await loadPlan(filesOf(entry.name));
  if (!plan) throw new Error(`${entry.name}: ${JSON.stringify(findings)}`);
  const content = bundleContent(plan);
  const file = `${version}/${entry.name}.zip`;
  writeFileSync(`${folder}/${file}`, await packPlan(content, webDigest));
  kept[file] = await fingerprint(content, webDigest);
  console.log(`${file} ${kept[file]}`);
}
writeFileSync(list, `${JSON.stringify(kept, null, 2)}\n`);
