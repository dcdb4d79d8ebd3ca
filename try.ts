import { gcpBase, everything } from './test/constructs/gcp/support/gcp-stack';
console.log(gcpBase(everything).text);
