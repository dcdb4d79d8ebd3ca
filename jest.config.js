'use strict';

// Packages published as ES modules only; jest runs CommonJS, so these are transformed like our own files.
const transformed = [
  '@sec-ant/readable-stream',
  '@sindresorhus/merge-streams',
  'ansi-escapes',
  'ansi-regex',
  'ansi-styles',
  'cli-cursor',
  'cli-truncate',
  'environment',
  'execa',
  'figures',
  'get-east-asian-width',
  'get-port',
  'get-stream',
  'human-signals',
  'is-fullwidth-code-point',
  'is-plain-obj',
  'is-stream',
  'is-unicode-supported',
  'listr2',
  'log-update',
  'mimic-function',
  'npm-run-path',
  'onetime',
  'parse-ms',
  'path-key',
  'pretty-ms',
  'restore-cursor',
  'slice-ansi',
  'string-width',
  'strip-ansi',
  'strip-final-newline',
  'unicorn-magic',
  'wrap-ansi',
  'yoctocolors',
].join('|');

const shared = {
  testEnvironment: 'node',
  // What tests make, virtual environments with JavaScript packages in them too, is not ours to load.
  modulePathIgnorePatterns: ['<rootDir>/.test/'],
  // Its only export condition is "import".
  moduleNameMapper: { '^unicorn-magic$': '<rootDir>/node_modules/unicorn-magic/node.js' },
  transform: { '^.+\\.[cm]?[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${transformed})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  testSequencer: '<rootDir>/test/support/longest-first.js',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/acceptance/'],
    },
    {
      ...shared,
      displayName: 'acceptance',
      globalSetup: '<rootDir>/test/support/prepare-acceptance.js',
      setupFilesAfterEnv: ['<rootDir>/test/support/acceptance-setup.ts'],
      testMatch: ['<rootDir>/test/acceptance/**/*.test.ts'],
    },
  ],
};
