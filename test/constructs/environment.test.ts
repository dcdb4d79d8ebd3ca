import { defineEnvironments, type EnvironmentSettings } from '../../constructs';

interface Settings extends EnvironmentSettings {
  readonly region: string;
  readonly limits: { readonly days: number; readonly sizes: readonly number[] };
  readonly auth: { provision(): string };
}

class Pattern {
  constructor(readonly kind: string) {}
  provision(): string {
    return this.kind;
  }
}

const defaults: Settings = {
  region: 'us-east-1',
  limits: { days: 7, sizes: [1, 2] },
  auth: new Pattern('default'),
  tags: { cost_center: 'ml', team: 'platform' },
};

describe('defineEnvironments', () => {
  it('gives each environment its name and the defaults', () => {
    const { dev } = defineEnvironments({ defaults, dev: {} });
    expect(dev).toEqual({ ...defaults, name: 'dev' });
  });

  it('merges plain objects deeply and replaces lists', () => {
    const { prod } = defineEnvironments({
      defaults,
      prod: { limits: { sizes: [3] }, tags: { team: 'core' }, region: 'eu-west-1' },
    });
    expect(prod.limits).toEqual({ days: 7, sizes: [3] });
    expect(prod.tags).toEqual({ cost_center: 'ml', team: 'core' });
    expect(prod.region).toBe('eu-west-1');
  });

  it('takes every known setting, also one that the defaults leave out', () => {
    const { dev, prod } = defineEnvironments({
      defaults: { tags: { cost_center: 'ml' } },
      dev: { development: true, allowKeyInState: true, tags: { team: 'core' } },
      prod: {},
    });
    expect(dev).toEqual({
      name: 'dev',
      development: true,
      allowKeyInState: true,
      tags: { cost_center: 'ml', team: 'core' },
    });
    expect(prod.development).toBeUndefined();
  });

  it('takes an instance of a class as a whole', () => {
    const { dev, prod } = defineEnvironments({ defaults, dev: { auth: new Pattern('dev') }, prod: {} });
    expect(dev.auth.provision()).toBe('dev');
    expect(prod.auth).toBe(defaults.auth);
  });

  it('keeps the default where an override is undefined', () => {
    const { dev } = defineEnvironments({ defaults, dev: { region: undefined } });
    expect(dev.region).toBe('us-east-1');
  });

  it('freezes the result at every level and leaves the defaults alone', () => {
    const environments = defineEnvironments({ defaults, dev: { limits: { days: 1 } } });
    expect(Object.isFrozen(environments)).toBe(true);
    expect(Object.isFrozen(environments.dev.limits)).toBe(true);
    expect(Object.isFrozen(environments.dev.limits.sizes)).toBe(true);
    expect(defaults.limits.days).toBe(7);
  });

  it('knows every environment by name, but not the defaults', () => {
    expect(Object.keys(defineEnvironments({ defaults, dev: {}, prod: {} }))).toEqual(['dev', 'prod']);
  });
});
