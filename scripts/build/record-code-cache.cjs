'use strict';

// Runs the parts in the folder given as argument as the provider's loader does, and leaves V8's code cache of each beside it.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Garbage collection, which comes at no fixed time, throws away code that ran long ago. The flag must be as it was when the
// cache is made: V8 refuses a cache made under other flags.
setFlagsFromString('--no-flush-bytecode');

const folder = process.argv[2];
const scripts = new Map();
const loaded = new Map();

function loadPart(index) {
  if (loaded.has(index)) return loaded.get(index).exports;
  const script = new Script(readFileSync(join(folder, `${index}.js`), 'latin1'), { filename: 'provider' });
  const part = { exports: {} };
  scripts.set(index, script);
  loaded.set(index, part);
  script.runInThisContext()(part.exports, require, part, 'provider', folder, loadPart);
  return part.exports;
}

process.once('exit', () => {
  setFlagsFromString('--flush-bytecode');
  for (const [index, script] of scripts) writeFileSync(join(folder, `${index}.cache`), script.createCachedData());
});
loadPart(0);
