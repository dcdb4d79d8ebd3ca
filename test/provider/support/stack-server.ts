import { userAnswer } from '../../zenml/support/answers';
import { MockZenml, ORIGIN, type Answer } from '../../zenml/support/mock-zenml';
import { answer, component, page } from './server-answers';

export interface HeldComponent {
  readonly name: string;
  readonly type: string;
  readonly flavor: string;
  readonly configuration?: Body;
  readonly labels?: Readonly<Record<string, string>>;
  readonly connector?: string | null;
  readonly userId?: string;
}

export interface HeldStack {
  readonly name: string;
  /** Component type to ids. */
  readonly components: Readonly<Record<string, readonly string[]>>;
  /** What the server answers to every change. */
  readonly refusal?: Answer;
}

type Body = Readonly<Record<string, unknown>>;

/** Stacks and components with the rules that the real server has for them, over a mock. */
export class StackServer {
  readonly mock = new MockZenml();
  readonly components = new Map<string, HeldComponent>();
  readonly stacks = new Map<string, HeldStack>();
  /** Methods and paths in order, below `/api/v1`. */
  readonly requests: string[] = [];
  /** Fails the requests that it gives an answer for. */
  fault: (request: string) => Answer | undefined = () => undefined;
  private made = 0;

  constructor() {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      this.mock.agent
        .get(ORIGIN)
        .intercept({ method, path: () => true })
        .reply(({ path, body }) => {
          const url = new URL(path, ORIGIN);
          const request = `${method} ${url.pathname.replace('/api/v1', '')}`;
          this.requests.push(request);
          const sent = typeof body === 'string' ? (JSON.parse(body) as Body) : {};
          const { status = 200, body: data } = this.fault(request) ?? this.handle(request, url, sent);
          const headers = { 'content-type': 'application/json' };
          return { statusCode: status, data: JSON.stringify(data), responseOptions: { headers } };
        })
        .persist();
    }
  }

  private handle(request: string, url: URL, body: Body): Answer {
    const id = /[0-9a-f-]{36}$/.exec(request)?.[0] ?? '';
    switch (id === '' ? request : request.replace(id, ':id')) {
      case 'GET /current-user':
        return { body: userAnswer() };
      case 'GET /flavors':
        return { status: 403, body: { detail: ['IllegalOperationError', 'no'] } };
      case 'GET /components':
        return { body: page(...this.named(url).map(([found, held]) => this.componentAnswer(found, held))) };
      case 'GET /components/:id':
        return this.found(id, this.components, (held) => this.componentAnswer(id, held));
      case 'POST /components':
        return this.create(body);
      case 'PUT /components/:id':
        return this.change(id, body);
      case 'DELETE /components/:id':
        return this.remove(id);
      case 'GET /stacks':
        return { body: page(...this.holders(url).map(([found, held]) => this.stackAnswer(found, held))) };
      case 'GET /stacks/:id':
        return this.found(id, this.stacks, (held) => this.stackAnswer(id, held));
      case 'PUT /stacks/:id':
        return this.changeStack(id, body);
      case 'DELETE /stacks/:id':
        this.stacks.delete(id);
        return { body: null };
      default:
        throw new Error(`the server has no ${request}`);
    }
  }

  private create({ name, type, flavor, configuration, labels, connector }: Body): Answer {
    if (this.isTaken(name, type)) return { status: 409, body: { detail: ['EntityExistsError', 'taken'] } };
    this.made += 1;
    const id = `${String(this.made).padStart(8, '0')}-0000-4000-8000-000000000000`;
    this.components.set(id, { name, type, flavor, configuration, labels, connector } as HeldComponent);
    return this.found(id, this.components, (held) => this.componentAnswer(id, held));
  }

  private change(id: string, { name, labels, connector = null }: Body): Answer {
    const held = this.components.get(id);
    const renamed = name !== undefined && name !== held?.name;
    if (renamed && this.isTaken(name, held?.type)) return { status: 409, body: { detail: ['EntityExistsError', 'x'] } };
    const changes = { ...(name !== undefined && { name }), ...(labels !== undefined && { labels }), connector };
    if (held) this.components.set(id, { ...held, ...changes } as HeldComponent);
    return this.found(id, this.components, (changed) => this.componentAnswer(id, changed));
  }

  private remove(id: string): Answer {
    const held = [...this.stacks.values()].some(({ components }) => Object.values(components).flat().includes(id));
    const detail = ['IllegalOperationError', 'Stack Component cannot be deleted as it is part of 1 stacks.'];
    if (held) return { status: 403, body: { detail } };
    return this.components.delete(id) ? { body: null } : { status: 404, body: { detail: ['KeyError', 'gone'] } };
  }

  private changeStack(id: string, { components }: Body): Answer {
    const held = this.stacks.get(id);
    if (held?.refusal) return held.refusal;
    if (held && components !== undefined) {
      const isComplete = ['artifact_store', 'orchestrator'].every((type) => Object.hasOwn(components as object, type));
      if (!isComplete) return { status: 422, body: ['ValueError', 'Stack must contain one'] };
      this.stacks.set(id, { ...held, components: components as HeldStack['components'] });
    }
    return this.found(id, this.stacks, (changed) => this.stackAnswer(id, changed));
  }

  private isTaken(name: unknown, type: unknown): boolean {
    return [...this.components.values()].some((held) => held.name === name && held.type === type);
  }

  private named(url: URL): readonly [string, HeldComponent][] {
    const name = url.searchParams.get('name')?.replace('equals:', '');
    return [...this.components].filter(([id, held]) => isAsked(id, url) && (name === undefined || held.name === name));
  }

  private holders(url: URL): readonly [string, HeldStack][] {
    const component = url.searchParams.get('component_id');
    return [...this.stacks].filter(
      ([id, { components }]) =>
        isAsked(id, url) && (component === null || Object.values(components).flat().includes(component)),
    );
  }

  private found<T>(id: string, held: Map<string, T>, read: (found: T) => unknown): Answer {
    const found = held.get(id);
    return found ? { body: read(found) } : { status: 404, body: { detail: ['KeyError', `no ${id}`] } };
  }

  private componentAnswer(id: string, held: HeldComponent) {
    const { name, type, flavor, configuration = {}, labels = {}, connector = null, userId } = held;
    const found = component(configuration, {
      id,
      name,
      type,
      flavor_name: flavor,
      labels,
      connector: connector === null ? null : answer('connector', {}, {}, connector),
    });
    return userId === undefined ? found : { ...found, body: { ...(found.body as object), user_id: userId } };
  }

  private stackAnswer(id: string, { name, components }: HeldStack) {
    const ofType = (ids: readonly string[]) =>
      ids.map((found) =>
        this.componentAnswer(found, this.components.get(found) ?? { name: 'x', type: 'x', flavor: 'x' }),
      );
    const lists = Object.fromEntries(Object.entries(components).map(([type, ids]) => [type, ofType(ids)]));
    return answer(name, {}, { description: '', labels: {}, components: lists }, id);
  }
}

function isAsked(id: string, url: URL): boolean {
  return url.searchParams.get('id')?.includes(id) ?? true;
}
