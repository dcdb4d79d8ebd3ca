import { componentAnswer, pageAnswer } from './answers';
import { MockZenml, ORIGIN } from './mock-zenml';

/** What a server of many components is like. */
export interface LargeServerOptions {
  readonly total: number;
  /** The largest page it gives; larger ones are refused, as by a server that is set up so. Default: 10,000. */
  readonly largestPage?: number;
  /** Milliseconds that a page takes. Default: none. */
  readonly pageDelay?: number;
  readonly denied?: readonly string[];
  readonly gone?: readonly string[];
  /** Status and body that answer a request instead; undefined lets it be. */
  readonly fault?: (path: string) => { readonly status: number; readonly body: unknown } | undefined;
}

/** The id of the n-th component of a large server, in the order of its list. */
export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** A mock of a server with many components that answers single reads, lists by id and pages, and tells what was asked. */
export class LargeServer {
  readonly mock = new MockZenml();
  /** `one`, `some 10` (ids), or `page 1`, in order; `refused` for a page too large. */
  readonly asked: string[] = [];
  /** The version that every component shows as its name, so that a test can tell an old answer from a new one. */
  version = 1;

  constructor(private readonly options: LargeServerOptions) {
    const isPage = (target: string): boolean => target.includes('page=') && !target.includes('oneof');
    const pages = this.on(isPage);
    if (options.pageDelay !== undefined) pages.delay(options.pageDelay);
    this.on((target) => !isPage(target));
  }

  private on(matches: (target: string) => boolean) {
    const scope = this.mock.agent
      .get(ORIGIN)
      .intercept({ method: 'GET', path: (target) => target.startsWith('/api/v1/components') && matches(target) })
      .reply(({ path }) => {
        const { status, body } = this.options.fault?.(path) ?? this.answer(new URL(path, ORIGIN));
        const responseOptions = { headers: { 'content-type': 'application/json' } };
        return { statusCode: status, data: JSON.stringify(body), responseOptions };
      });
    scope.persist();
    return scope;
  }

  private answer({ pathname, searchParams }: URL): { status: number; body: unknown } {
    const id = pathname.split('/')[4];
    if (id !== undefined) return this.one(id);
    const { total, largestPage = 10_000 } = this.options;
    const size = Number(searchParams.get('size') ?? 20);
    if (size > largestPage) {
      this.asked.push('refused');
      return { status: 422, body: ['ValueError', "{'loc': ('query', 'size'), 'msg': 'too large'}"] };
    }
    const ids = searchParams.get('id')?.replace(/^oneof:/, '');
    if (ids !== undefined) {
      const wanted = JSON.parse(ids) as string[];
      this.asked.push(`some ${wanted.length}`);
      return { status: 200, body: pageAnswer(this.listed(wanted)) };
    }
    const page = Number(searchParams.get('page'));
    this.asked.push(`page ${page}`);
    const first = (page - 1) * size;
    const length = Math.max(0, Math.min(size, total - first));
    const items = this.listed(Array.from({ length }, (_, index) => idOf(first + index)));
    return { status: 200, body: pageAnswer(items, Math.ceil(total / size)) };
  }

  private one(id: string): { status: number; body: unknown } {
    this.asked.push('one');
    const [found] = this.listed([id]);
    return found === undefined
      ? { status: 404, body: { detail: ['KeyError', 'No component with this ID found'] } }
      : { status: 200, body: found };
  }

  private listed(ids: readonly string[]): readonly unknown[] {
    const { gone = [], denied = [] } = this.options;
    return ids
      .filter((id) => !gone.includes(id))
      .map((id) =>
        denied.includes(id)
          ? { id, name: 'x', permission_denied: true, body: null }
          : componentAnswer({ id, name: `version ${this.version}` }),
      );
  }
}
