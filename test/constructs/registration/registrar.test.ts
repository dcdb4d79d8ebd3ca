import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { LocalArtifactStore, LocalOrchestrator, Registrar, ZenmlStack, type Registered } from '../../../constructs';
import { AdjustedRegistration } from '../../../constructs/registration/adjusted-registration';
import { stackWith } from '../synthesized';

class Recorder implements Registrar {
  readonly seen: [string, object][] = [];
  private record(kind: string, spec: { readonly name: string }): Registered {
    this.seen.push([kind, spec]);
    return { id: `id of ${spec.name}`, name: spec.name };
  }
  readonly secret: Registrar['secret'] = (_, spec) => this.record('secret', spec);
  readonly flavor: Registrar['flavor'] = (_, spec) => this.record('flavor', spec);
  readonly connector: Registrar['connector'] = (_, spec) => this.record('connector', spec);
  readonly component: Registrar['component'] = (_, spec) => this.record('component', spec);
  readonly expectServer: Registrar['expectServer'] = (_, name) => this.record('server', { name });
  readonly stack: Registrar['stack'] = (_, spec) => this.record('stack', spec);
}

const build = (scope: Construct): ZenmlStack =>
  new ZenmlStack(scope, 'stack', {
    components: [new LocalArtifactStore(scope, 'store'), new LocalOrchestrator(scope, 'runner')],
  });

describe('a registrar', () => {
  it('registers everything in its Terraform stack, and nothing elsewhere', () => {
    const app = Testing.app();
    const [own, other] = [new TerraformStack(app, 'own'), new TerraformStack(app, 'other')];
    const recorder = new Recorder();
    Registrar.set(own, recorder);
    expect(build(own).stackId).toBe('id of own-stack');
    expect(build(other).stackId).not.toContain('id of');
    expect(recorder.seen.map(([kind]) => kind)).toEqual(['component', 'component', 'stack']);
    expect(recorder.seen[2]?.[1]).toMatchObject({
      name: 'own-stack',
      components: { artifact_store: 'id of own-store', orchestrator: 'id of own-runner' },
      additionalComponents: {},
    });
  });

  it('fails to come after the first object', () => {
    const stack = stackWith(build);
    expect(() => {
      Registrar.set(stack, new Recorder());
    }).toThrow('make the registration right after the providers');
  });

  it('has around it what the scopes of an object put there, the outermost first', () => {
    const stack = new TerraformStack(Testing.app(), 'stack');
    const recorder = new Recorder();
    Registrar.set(stack, recorder);
    const outer = new Construct(stack, 'outer');
    const inner = new Construct(outer, 'inner');
    const named = (ending: string) => (registrar: Registrar) =>
      new AdjustedRegistration(registrar, {
        component: (spec) => ({ ...spec, name: `${spec.name}${ending}` }),
        stack: (spec) => ({ ...spec, name: `${spec.name}${ending}` }),
      });
    Registrar.within(outer, named('-outer'));
    Registrar.within(inner, named('-inner'));
    build(inner);
    build(stack);
    expect(recorder.seen.map(([, spec]) => Reflect.get(spec, 'name') as unknown)).toEqual([
      'stack-outer-inner-store-inner-outer',
      'stack-outer-inner-runner-inner-outer',
      'stack-outer-inner-stack-inner-outer',
      'stack-store',
      'stack-runner',
      'stack-stack',
    ]);
  });
});
