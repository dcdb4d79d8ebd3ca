'use strict';

// undici without fetch, WebSockets, mocks and caches, which a REST client does not need and which take most of its
// loading time. Stands for the package in the built provider; everything here has the name that undici gives it.
const { URL } = require('node:url');
const api = require('undici/lib/api');
const Agent = require('undici/lib/dispatcher/agent');
const Dispatcher = require('undici/lib/dispatcher/dispatcher');
const { getGlobalDispatcher, setGlobalDispatcher } = require('undici/lib/global');

Object.assign(Dispatcher.prototype, api);

/** As undici's own `request`: on the dispatcher in the options, or the global one. */
function request(url, { dispatcher = getGlobalDispatcher(), ...options } = {}) {
  const { origin, pathname, search } = new URL(url);
  const method = options.method ?? (options.body ? 'PUT' : 'GET');
  return dispatcher.request({ ...options, origin, path: `${pathname}${search}`, method });
}

module.exports = {
  Agent,
  Client: require('undici/lib/dispatcher/client'),
  Dispatcher,
  EnvHttpProxyAgent: require('undici/lib/dispatcher/env-http-proxy-agent'),
  Pool: require('undici/lib/dispatcher/pool'),
  ProxyAgent: require('undici/lib/dispatcher/proxy-agent'),
  RetryAgent: require('undici/lib/dispatcher/retry-agent'),
  buildConnector: require('undici/lib/core/connect'),
  errors: require('undici/lib/core/errors'),
  getGlobalDispatcher,
  setGlobalDispatcher,
  interceptors: {
    dns: require('undici/lib/interceptor/dns'),
    dump: require('undici/lib/interceptor/dump'),
    redirect: require('undici/lib/interceptor/redirect'),
    responseError: require('undici/lib/interceptor/response-error'),
    retry: require('undici/lib/interceptor/retry'),
  },
  request,
};
