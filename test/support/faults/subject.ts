import type { Value } from '../../../src/framework';
import type { ZenmlRest } from '../zenml-rest';
import type { Operation } from './fault-case';
import type { Written } from './managed-object';

/** What all objects of a test lean on, by id. */
export interface World {
  readonly store: string;
  readonly otherStore: string;
  readonly orchestrator: string;
  readonly alerters: readonly [string, string];
  readonly secrets: readonly [string, string, string];
}

/** One resource, as faults meet it. */
export interface Subject {
  readonly typeName: string;
  /** What tells it from others of the resource. */
  readonly title?: string;
  /** Below `/api/v1`. */
  readonly collection: string;
  /** Default: all. */
  readonly operations?: readonly Operation[];
  readonly first: (name: string, world: World) => Written;
  readonly second: (name: string, world: World) => Written;
  /** What must be found in the server's object after `second`, as text. */
  readonly mark: string;
  /** `create_before_destroy` */
  readonly createsFirst?: boolean;
  /** What refers to the object, and goes on without it where that is deleted. */
  readonly companion?: Companion;
}

/** An object that refers to a subject's. */
export interface Companion {
  readonly typeName: string;
  readonly collection: string;
  /** @param id of the subject's object; null where that is not there */
  readonly config: (name: string, id: Value, world: World) => Written;
}

/** A secret that no message and no log may show. */
export const HIDDEN = 'hidden-3f9a';

/** Makes what the subjects lean on. */
export async function makeWorld(rest: ZenmlRest): Promise<World> {
  const make = async (name: string, type: string, flavor = 'local', configuration = {}) => {
    const body = { name, type, flavor, configuration };
    return (await rest.post('/components', body)).id as string;
  };
  const alerter = (name: string) =>
    make(name, 'alerter', 'slack', { slack_token: 'token', default_slack_channel_id: 'channel' });
  const secret = async (name: string) =>
    (await rest.post('/secrets', { name, private: false, values: { key: 'value' } })).id as string;
  return {
    store: await make('world-store', 'artifact_store'),
    otherStore: await make('world-other-store', 'artifact_store'),
    orchestrator: await make('world-orchestrator', 'orchestrator'),
    alerters: [await alerter('world-alerter'), await alerter('world-other-alerter')],
    secrets: [await secret('world-secret'), await secret('world-other-secret'), await secret('world-third-secret')],
  };
}
