#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const path = require('node:path');

const bundle = path.join(__dirname, '..', 'dist', 'cli.cjs');
if (existsSync(bundle)) {
  require(bundle);
} else {
  process.stderr.write(
    'cdktf-zenml is not built: in a clone run "npm ci && npm run build"; elsewhere reinstall the package.\n',
  );
  process.exitCode = 1;
}
