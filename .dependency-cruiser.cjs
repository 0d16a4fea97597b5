/** The arrows of ARCHITECTURE.md. A new arrow is a decision: write it down there first. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(runtime|server|designer|forms|processes|scripts)/',
    pathNot: [`^${from}/`, ...allowed.map((a) => `^${a}/`)],
  },
});

const r = (...names) => names.map((n) => `runtime/${n}`);

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('contracts', 'runtime/contracts', []),
    only('expressions', 'runtime/expressions', r('contracts')),
    only('model', 'runtime/model', r('contracts', 'expressions')),
    only('engine', 'runtime/engine', r('contracts', 'model', 'expressions')),
    only('calendar', 'runtime/calendar', r('engine', 'model')),
    only('decisions', 'runtime/decisions', r('contracts', 'model', 'engine', 'expressions')),
    only('camunda', 'runtime/camunda', r('contracts', 'model', 'engine', 'expressions')),
    only('rules', 'runtime/rules', r('contracts')),
    only('forms', 'runtime/forms', r('contracts', 'rules')),
    only('plan', 'runtime/plan', r('contracts', 'forms', 'model', 'rules', 'expressions', 'decisions')),
    only(
      'simulation',
      'runtime/simulation',
      r('contracts', 'expressions', 'model', 'engine', 'calendar', 'forms', 'plan'),
    ),
    only(
      'differential',
      'runtime/differential',
      r('contracts', 'expressions', 'model', 'engine', 'decisions'),
    ),
    {
      name: 'differential-is-test-code',
      severity: 'error',
      from: { pathNot: '^(runtime/differential/|server/differential/.*\\.test\\.ts$)' },
      to: { path: '^runtime/differential/' },
    },
    only('workers', 'runtime/workers', r('contracts')),
    only('ui', 'runtime/ui', r('contracts', 'forms', 'model')),
    only(
      'portal',
      'runtime/portal',
      r('ui', 'contracts', 'forms', 'plan', 'rules', 'model', 'engine', 'calendar'),
    ),
    only(
      'designer',
      'designer',
      r(
        'ui',
        'contracts',
        'forms',
        'plan',
        'rules',
        'model',
        'engine',
        'calendar',
        'decisions',
        'simulation',
      ),
    ),
    only(
      'server',
      'server',
      r(
        'contracts',
        'expressions',
        'model',
        'engine',
        'calendar',
        'camunda',
        'decisions',
        'forms',
        'plan',
        'rules',
        'simulation',
        'workers',
      ),
    ),
    {
      name: 'express-and-sequelize-only-in-server',
      severity: 'error',
      comment: 'scripts are tools of this repository, no part of what runs',
      from: { pathNot: '^(server|scripts)/' },
      to: { path: 'node_modules/(express|sequelize|mysql2|umzug)/' },
    },
    {
      name: 'pure-core',
      severity: 'error',
      comment:
        'engine, calendar, decisions, simulation, plan, forms, rules, expressions, model and contracts do no I/O and run in the browser',
      from: {
        path: '^runtime/(engine|calendar|decisions|simulation|plan|forms|rules|expressions|model|contracts)/',
        pathNot: '\\.(test|bench)\\.tsx?$|/(tests|fixtures)/',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-no-view',
      severity: 'error',
      from: {
        path: '^runtime/(engine|calendar|decisions|simulation|plan|forms|rules|expressions|model|contracts|workers|camunda)/',
      },
      to: { path: 'node_modules/(react|react-dom|antd|@formio/js|bpmn-js)/' },
    },
    {
      name: 'usecases-know-no-express',
      severity: 'error',
      from: { path: '^server/(usecases|persistence|identity|jobs|files|roster)/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'no-test-imports',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
