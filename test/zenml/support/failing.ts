import type { Dispatcher } from 'undici';

/** The header of a mock's answer that stands for a connection that fails with this code. */
export const FAILURE = 'x-fails-with';

/** Failures after which the server may have seen the request. */
const LOST = ['ECONNRESET', 'UND_ERR_SOCKET'];

/** Turns answers with that header into failed connections, which a mock cannot give several of, nor after a request has left. */
export const failing: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  let start: (() => void) | undefined;
  let hasFailed = false;
  return dispatch(options, {
    onRequestStart: (controller, context) => {
      start = () => handler.onRequestStart?.(controller, context);
    },
    onResponseStart: (controller, status, headers, message) => {
      const code = headers[FAILURE];
      hasFailed = code !== undefined;
      if (typeof code !== 'string' || LOST.includes(code)) start?.();
      if (hasFailed) handler.onResponseError?.(controller, Object.assign(new Error('failed'), { code }));
      else handler.onResponseStart?.(controller, status, headers, message);
    },
    onResponseData: (controller, chunk) => {
      if (!hasFailed) handler.onResponseData?.(controller, chunk);
    },
    onResponseEnd: (controller, trailers) => {
      if (!hasFailed) handler.onResponseEnd?.(controller, trailers);
    },
    onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
  });
};
