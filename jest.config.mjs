/** Jest in native ESM mode; TypeScript is stripped by swc, types are checked by `npm run check`. */
const project = (displayName, rootDir, testMatch, more = {}) => ({
  displayName,
  rootDir,
  testMatch,
  testEnvironment: 'node',
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/.data/'],
  ...more,
});

export default {
  testTimeout: 60_000,
  projects: [
    project('runtime', 'runtime', ['<rootDir>/**/*.test.ts'], {
      testPathIgnorePatterns: ['<rootDir>/differential/on-operaton/'],
    }),
    project('differential', 'runtime', ['<rootDir>/differential/on-operaton/*.test.ts']),
    project('designer', 'designer', ['<rootDir>/**/*.test.ts']),
    project('server', 'server', ['<rootDir>/**/*.test.ts'], {
      testPathIgnorePatterns: [
        '<rootDir>/browser/',
        '<rootDir>/camunda/operaton/',
        '<rootDir>/foreign-clients/',
      ],
    }),
    project('camunda', 'server', ['<rootDir>/camunda/operaton/**/*.test.ts']),
    project('Java client', 'server', ['<rootDir>/foreign-clients/java-client.test.ts']),
    project('Python client', 'server', ['<rootDir>/foreign-clients/python-client.test.ts']),
    project('browser', 'server', ['<rootDir>/browser/**/*.test.ts']),
  ],
};
