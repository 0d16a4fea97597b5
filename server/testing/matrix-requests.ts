import type { Endpoint } from '@oneplan/runtime/contracts/endpoint.ts';

/** Nobody and nothing has this id. */
const stranger = '00000000-0000-4000-8000-000000000000';

/** A command to the engine that was delivered: deciding on it is refused and changes nothing. */
export const deliveredCommand = '0199f3c2-0000-7000-8000-000000000000';

interface SampleRequest {
  readonly query?: string;
  readonly body?: unknown;
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A request for each endpoint that gets past parsing, so that the policy is asked; where it would change something
 * for the cells that follow, it is one that the use case refuses (an old revision, a wrong password, a bad file).
 */
const samples: Readonly<Record<string, SampleRequest>> = {
  'session.change-password': { body: { current: 'not the password', next: 'another-password' } },
  'students.list': { query: 'q=x' },
  'choices.list': { params: { picker: 'pupil' } },
  'roster.preview': { query: 'format=xlsx', body: Buffer.from('no spreadsheet') },
  'roster.import': { query: 'format=xlsx', body: Buffer.from('no spreadsheet') },
  'record-forms.get': { params: { formKey: 'b-r01' } },
  'submissions.create': { body: { formKey: 'b-r01', data: {} } },
  'drafts.save': { params: { formKey: 'b-r01' }, body: { data: {} } },
  'drafts.delete': { params: { formKey: 'b-r01' } },
  'attachments.create': { query: 'name=x.txt', body: Buffer.from('no picture') },
  'tasks.complete': { body: { data: {}, recordRevision: 99 } },
  'tasks.reassign': { body: { to: stranger, reason: 'x' } },
  'tasks.delegate': { body: { to: stranger, reason: 'x' } },
  'tasks.resolve': { body: { opinion: 'x' } },
  'tasks.return': { body: { elementId: 'nowhere', reason: 'x' } },
  'tasks.signers': { body: { people: [stranger], position: 'after', reason: 'x' } },
  'tasks.remove-signer': { body: { person: stranger, reason: 'x' } },
  'tasks.sign': { body: { agrees: true, opinion: '' } },
  'tasks.copy': { body: { people: [stranger], note: '' } },
  'tasks.complete-many': { body: { items: [{ taskId: stranger, data: {}, recordRevision: 99 }] } },
  'instances.withdraw': { body: { reason: 'x' } },
  'instances.take-back': { body: { reason: 'x' } },
  'artefacts.get': { params: { kind: 'form', key: 'b-r01' } },
  'artefacts.save': {
    params: { kind: 'form', key: 'b-r01' },
    body: { content: '{' },
    headers: { 'if-match': '"1"' },
  },
  'engine.retry-command': { params: { id: deliveredCommand } },
  'engine.drop-command': {
    params: { id: deliveredCommand },
    body: { reason: '重复' },
  },
  'incidents.resolve': { body: {} },
  'jobs.retry': { body: {} },
  'instances.suspend': { body: { reason: '休学' } },
  'instances.activate': { body: { reason: '复学' } },
  'instances.modify': {
    body: { reason: '更正', instructions: [{ do: 'cancel-all', elementId: 'nowhere' }] },
  },
  'operated-instances.try-modification': {
    body: { instructions: [{ do: 'cancel-all', elementId: 'nowhere' }] },
  },
  'instances.set-variables': { body: { reason: '更正', variables: { constructor: 1 } } },
  'instances.cancel': { body: { reason: '误录' } },
  'students.suspend-instances': { body: { reason: '休学' } },
  'students.activate-instances': { body: { reason: '复学' } },
  'launches.start': {
    body: { bundleId: stranger, processKey: 'p', formKey: null, termSlot: 1, entryCohort: 2025 },
  },
  'launches.preview': { query: `bundleId=${stranger}&processKey=p&termSlot=1&entryCohort=2025` },
  'launches.resume': { body: { launchId: stranger } },
  'launches.failures': { query: `launchId=${stranger}` },
  'migrations.suggest': { query: `to=${stranger}&processKey=p` },
  'migrations.check': { body: { to: stranger, processKey: 'p', mappings: [] } },
  'migrations.dry-run': { body: { to: stranger, processKey: 'p', mappings: [] } },
  'migrations.execute': { body: { to: stranger, processKey: 'p', mappings: [] } },
  'plans.create': { body: { from: { kind: 'shipped', key: 'shenzhen-junior-high' } } },
  'layers.create': { body: { bundleId: stranger } },
  'artefacts.add': { body: { kind: 'form', key: 'b-r01', name: 'x' } },
  'artefacts.remove': { params: { kind: 'form', key: 'b-r01' }, headers: { 'if-match': '"99"' } },
  'layers.presence': { body: { place: null } },
  'layers.file': { body: { note: '', cohorts: [2031] } },
  'filings.decide': { body: { taskId: stranger, data: {} } },
  'upgrades.preview': { body: {} },
  'upgrades.apply': { body: { to: stranger, draft: '', choices: {} } },
  'plan-files.preview': { body: Buffer.from('no zip') },
  'plan-files.import': { body: Buffer.from('no zip') },
  'plan-files.preview-new': { body: Buffer.from('no zip') },
  'plan-files.import-new': { body: Buffer.from('no zip') },
  'bundles.withdraw': { body: {} },
  'layers.publish': { body: { note: '', cohorts: [2031] } },
};

export interface MatrixRequest {
  readonly method: Endpoint['method'];
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that asks an endpoint about one target. */
export function requestFor(endpoint: Endpoint, targetId: string | null): MatrixRequest {
  const sample = samples[endpoint.id] ?? {};
  const [place, name] = endpoint.target?.from.split('.') ?? [];
  const path = endpoint.path.replace(/:(\w+)/g, (_match, param: string) => {
    const value = place === 'params' && name === param ? targetId : sample.params?.[param];
    if (!value)
      throw new Error(`${endpoint.id}: the matrix has no value for :${param}; add it to its samples`);
    return value;
  });
  const body = place === 'body' && name ? { ...(sample.body as object), [name]: targetId } : sample.body;
  return {
    method: endpoint.method,
    path: sample.query ? `${path}?${sample.query}` : path,
    body,
    headers: sample.headers ?? {},
  };
}
