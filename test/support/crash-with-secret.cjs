'use strict';

const { Buffer } = require('node:buffer');
const { Socket } = require('node:net');
const { setImmediate } = require('node:timers');

/**
 * Preloaded into a provider by NODE_OPTIONS: the process fails as it sends a request that holds the text CRASH_AT, in the way that
 * CRASH_BY names, with the whole request in the message of the error.
 */
const { CRASH_AT: text, CRASH_BY: way } = process.env;

const crashes = {
  exception: (error) =>
    setImmediate(() => {
      throw error;
    }),
  rejection: (error) => void Promise.reject(error),
  kill: () => process.kill(process.pid, 'SIGKILL'),
};

const write = Socket.prototype.write;
Socket.prototype.write = function crashing(data, ...others) {
  const sent = typeof data === 'string' ? data : Buffer.from(data).toString();
  if (sent.includes(text)) crashes[way](new Error(sent));
  return write.call(this, data, ...others);
};
