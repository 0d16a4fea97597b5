import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = readFileSync(fileURLToPath(new URL('../../../designer/routes.tsx', import.meta.url)), 'utf8');

export interface DesignerSample {
  /** A layer that is edited. */
  readonly layer: string;
  /** A layer with a published version, which it is. */
  readonly above: string;
  readonly bundle: string;
  readonly form: string;
  readonly process: string;
  readonly decision: string;
}

/** The pages as `designer/routes.tsx` lists them: a new one is looked at without anybody thinking of it. */
const paths = [...source.matchAll(/\bpage\(\s*'([^']*)'/g)].map(([, path]) => path ?? '');

/** An address for every page of the designer, below `/designer`; those with an optional part twice. */
export function designerAddresses(sample: DesignerSample): string[] {
  return paths.flatMap((path) => {
    if (path.startsWith('/')) return [path];
    const layer = path.startsWith('versions/') ? sample.above : sample.layer;
    const [kind] = path.split('/');
    const keys: Readonly<Record<string, string>> = {
      forms: sample.form,
      processes: sample.process,
      decisions: sample.decision,
      simulation: sample.process,
    };
    const given = path
      .replace(':bundleId', sample.bundle)
      .replace(':kind?', 'form')
      .replace(':key?', keys[kind ?? ''] ?? sample.form)
      .replace(':key', keys[kind ?? ''] ?? '');
    if (given.includes(':')) throw new Error(`no sample for the page ${path}`);
    const bare = path.replace(/\/:kind\?.*|\/:key\?/, '').replace(':bundleId', sample.bundle);
    return [...(bare === given || bare.includes(':') ? [] : [bare]), given].map((rest) =>
      `/layers/${layer}/${rest}`.replace(/\/$/, ''),
    );
  });
}
