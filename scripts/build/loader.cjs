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
  var fs = require('fs');
  var vm = require('vm');
  /* Of the file, which Node has read once already, only what is needed is read again. */
  var file = fs.openSync(__filename, 'r');
  function read(begin, end) {
    var bytes = Buffer.allocUnsafeSlow(end - begin);
    fs.readSync(file, bytes, 0, bytes.length, begin);
    return bytes.latin1Slice();
  }
  var mark = '/*' + ' parts: ';
  var base = read(0, 8192).indexOf(mark) + mark.length;
  /* Of each part: where its source begins, where its code cache begins, and where that ends. */
  var parts = JSON.parse('PARTS');
  var loaded = [];
  function loadPart(index) {
    if (loaded[index]) return loaded[index].exports;
    /* The first package loaded on demand: from here on there is work to do, and garbage. */
    if (index > 1) require('v8').setFlagsFromString('V8_FLAGS');
    var part = parts[index];
    var source = read(base + part[0], base + part[1]);
    var cachedData = Buffer.from(read(base + part[1], base + part[2]), 'base64');
    if (index > 0) {
      var inflate = require('zlib').inflateRawSync;
      source = inflate(Buffer.from(source, 'base64')).latin1Slice();
      cachedData = inflate(cachedData);
    } else source = source.split('\x01').join('*' + '/');
    /* A V8 that did not make the cache refuses it, and compiles the source. */
    var script = new vm.Script(source, { filename: __filename, cachedData: cachedData });
    var module = (loaded[index] = { exports: {} });
    script.runInThisContext()(module.exports, require, module, __filename, __dirname, loadPart);
    return module.exports;
  }
  loadPart(0);
})();
