import type { Rpc } from '../rpc';

/** The calls under way end on their own terms; an empty answer says that the request has been heard. */
export const stopProvider: Rpc<'stopProvider'> = (session) => {
  session.stop();
  return {};
};
