'use strict';

// Runs the parts in the folder given as argument as the provider's loader does, and leaves V8's code cache of each beside it.
// The second argument is the flags that the loader sets before it loads a package on demand.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// Garbage collection, which comes at no fixed time, throws away code that ran long ago. The flag must be as it was when the
// cache is made: V8 refuses a cache made under other flags.
setFlagsFromString('--no-flush-bytecode');

const [folder, flags] = process.argv.slice(2);
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
  // What no server's answer has asked for yet, such as the validator of its schemas, gets the cache of its first load.
  for (let index = 0; existsSync(join(folder, `${index}.js`)); index++) loadPart(index);
  setFlagsFromString('--flush-bytecode');
  for (const index of [...scripts.keys()].sort()) {
    if (index > 1) setFlagsFromString(flags);
    writeFileSync(join(folder, `${index}.cache`), scripts.get(index).createCachedData());
  }
});
loadPart(0);
