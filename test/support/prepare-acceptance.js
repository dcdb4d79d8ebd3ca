'use strict';

const { execFileSync } = require('node:child_process');
const path = require('node:path');

/** Makes what all acceptance tests share, before the first of them. A process of its own: jest does not transform what this file imports. */
module.exports = () => {
  const root = path.join(__dirname, '..', '..');
  const script = path.join(__dirname, 'prepare-acceptance-tests.ts');
  execFileSync(process.execPath, [path.join(root, 'node_modules/tsx/dist/cli.mjs'), script], { stdio: 'inherit' });
};
