/* global Buffer, __filename */
/* What Node reads of the provider's file: a version check that any Node understands, then the parts in the comment below. */
var found = process.versions.node.split('.').map(Number);
if (found[0] < 20 || (found[0] === 20 && found[1] < 9)) {
  process.stderr.write(
    'terraform-provider-zenml needs Node.js 20.9 or newer; "node" on the PATH is ' +
      process.version +
      ' (' +
      process.execPath +
      ').\n',
  );
  process.exit(1);
}
(function () {
  var vm = require('vm');
  var file = require('fs').readFileSync(__filename);
  var mark = '/*' + ' parts: ';
  var base = file.lastIndexOf(mark) + mark.length;
  /* Of each part: where its source begins, where its code cache begins, and where that ends. */
  var parts = JSON.parse('PARTS');
  var loaded = [];
  function loadPart(index) {
    if (loaded[index]) return loaded[index].exports;
    /* The first package loaded on demand: from here on there is work to do, and garbage. */
    if (index > 1) require('v8').setFlagsFromString('V8_FLAGS');
    var part = parts[index];
    var source = file
      .latin1Slice(base + part[0], base + part[1])
      .split('\x01')
      .join('*' + '/');
    var cachedData = Buffer.from(file.latin1Slice(base + part[1], base + part[2]), 'base64');
    /* A V8 that did not make the cache refuses it, and compiles the source. */
    var script = new vm.Script(source, { filename: __filename, cachedData: cachedData });
    var module = (loaded[index] = { exports: {} });
    script.runInThisContext()(module.exports, require, module, __filename, __dirname, loadPart);
    return module.exports;
  }
  loadPart(0);
})();
