import { FaultProxy } from '../fault-proxy/fault-proxy';
import type { RecordedRequest } from '../fault-proxy/fault';
import type { RunningZenmlServer } from '../servers';
import { ZenmlRest } from '../zenml-rest';
import {
  describeCase,
  healsByRetries,
  needsLogin,
  titleOf,
  type FaultCase,
  type Operation,
  type Patience,
} from './fault-case';
import type { Written } from './managed-object';
import { HIDDEN, type Subject, type World } from './subject';
import { NOTHING_HELD, TerraformRunOfOne, type Holding, type RunResult, type Wanted } from './terraform-run-of-one';

/** How long a `hang` lasts: enough for the other requests of a run on a busy server. */
const HANG = '5s';
const NO_HANG = '60s';
const RETRIES = { retries: 4, 'no retries': 0 };

/** Runs cases one after the other, each on an object of its own, through a proxy of its own. */
export class FaultRunner {
  private runs = 0;

  private constructor(
    private readonly id: string,
    private readonly server: RunningZenmlServer,
    private readonly proxy: FaultProxy,
    private readonly world: World,
    private readonly rest: ZenmlRest,
    private readonly token: string,
  ) {}

  /** @param id part of the names of its objects, different for each runner of a server */
  static async start(id: string, server: RunningZenmlServer, world: World): Promise<FaultRunner> {
    const rest = new ZenmlRest(server.url, server.apiKey);
    return new FaultRunner(id, server, await FaultProxy.start(server.url), world, rest, await rest.accessToken());
  }

  stop(): Promise<void> {
    return this.proxy.stop();
  }

  /** The requests of an operation in which nothing goes wrong. */
  async record(subject: Subject, operation: Operation): Promise<readonly RecordedRequest[]> {
    const name = this.nextName();
    const before = await this.prepared(subject, operation, name);
    await this.proxy.begin();
    const settings = this.settings('retries', { api_key: this.server.apiKey });
    const { errors } = await this.operate(subject, operation, name, before, settings);
    const requests = [...this.proxy.requests];
    if (errors.length > 0) throw new Error(`${titleOf(subject)} cannot be ${operation}d: ${errors.join('\n')}`);
    await this.cleanUp(subject, name);
    return requests;
  }

  /** What is wrong with how a case ends; empty where it ends well. */
  async check(fault: FaultCase): Promise<readonly string[]> {
    const name = this.nextName();
    const problems: string[] = [];
    try {
      await this.go(fault, name, (problem) => problems.push(problem));
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    await this.cleanUp(fault.subject, name);
    return problems.map((problem) => `${describeCase(fault)}: ${problem}`);
  }

  private async go(faultCase: FaultCase, name: string, complain: (problem: string) => void): Promise<void> {
    const { subject, operation, planned } = faultCase;
    const before = await this.prepared(subject, operation, name);
    await this.proxy.begin(planned);
    const struck = await this.operate(subject, operation, name, before, this.settingsOf(faultCase));
    if (!this.proxy.hasStruck) complain('the fault did not strike');
    await this.proxy.begin();
    this.checkWords(struck, name, operation, complain);
    if (healsByRetries(faultCase) && struck.errors.length > 0) complain(`failed for good: ${struck.errors.join(' ')}`);
    const ids = await this.idsOf(subject, name);
    const unheld = ids.filter((id) => id !== struck.held?.state.id && id !== struck.deposed?.state.id);
    const untold = unheld.filter((id) => healsByRetries(faultCase) || !isTold(struck, id));
    if (untold.length > 0 && struck.errors.length === 0) complain(`left ${untold.length} unknown to the state`);
    // What a run that failed has only renamed is deleted by the next one.
    const lost = unheld.filter((id) => id !== before.held?.state.id);
    if (lost.length > 0 && !/\bmay have\b|import \{/.test(struck.errors.join(' ')))
      complain(`does not say that something may exist: ${struck.errors.join(' ')}`);
    if (operation === 'read') {
      if (struck.held === null) complain('forgot an object that exists');
      return;
    }
    await this.checkSecondRun(faultCase, name, struck, complain);
  }

  private async checkSecondRun(
    { subject, operation }: FaultCase,
    name: string,
    struck: RunResult,
    complain: (problem: string) => void,
  ): Promise<void> {
    const wanted = this.wanted(subject, operation, name);
    const again = (settings: Written) => TerraformRunOfOne.applyAndPlan(settings, struck, wanted);
    let healed = await again(this.settings('retries'));
    this.checkWords(healed, name, operation, complain);
    const [first, ...others] = (await this.objectsOf(subject, name)).filter((object) => object.name === name);
    const stopped = healed.errors.join(' ');
    const isNamed =
      first !== undefined && others.length === 0 && stopped.includes('import {') && stopped.includes(first.id);
    if (struck.held === null && isNamed) {
      healed = await TerraformRunOfOne.applyAndPlan(
        { ...this.settings('retries'), adopt_existing: true },
        healed,
        wanted,
      );
    }
    if (healed.errors.length > 0) complain(`does not heal: ${healed.errors.join(' ')}`);
    const left = (await this.idsOf(subject, name)).filter((id) => !isTold(struck, id));
    const expected = wanted.config === null ? [] : [healed.held?.state.id];
    if (JSON.stringify(left) !== JSON.stringify(expected)) {
      const objects = JSON.stringify(await this.objectsOf(subject, name));
      complain(`has ${objects} on the server and ${JSON.stringify(expected)} in the state`);
    }
    if (operation === 'update' && !(await this.textOf(subject, left[0] ?? '')).includes(subject.mark)) {
      complain('did not reach the server in the end');
    }
  }

  /** What the user reads, whatever happened. */
  private checkWords(run: RunResult, name: string, operation: Operation, complain: (problem: string) => void): void {
    const text = [...run.errors, ...run.warnings].join('\n');
    if (text.includes('Unexpected Provider Error')) complain(`ended in an exception: ${text}`);
    if (text.includes(HIDDEN) || run.log.includes(HIDDEN)) complain('shows a secret');
    // What fails before a resource's turn is about the server.
    const areNamed = run.errors.every((error) => error.includes(name) || error.includes('server_url'));
    if (!areNamed && operation !== 'read') complain(`names no object: ${text}`);
  }

  /** What an operation begins with. */
  private async prepared(subject: Subject, operation: Operation, name: string): Promise<Holding> {
    if (operation === 'create') return NOTHING_HELD;
    await this.proxy.begin();
    const wanted = this.wanted(subject, 'create', name);
    const made = await TerraformRunOfOne.apply(this.settings('retries'), NOTHING_HELD, wanted);
    if (made.held === null || made.errors.length > 0) throw new Error(`cannot be created: ${made.errors.join('\n')}`);
    return made;
  }

  private operate(
    subject: Subject,
    operation: Operation,
    name: string,
    before: Holding,
    settings: Written,
  ): Promise<RunResult> {
    const wanted = this.wanted(subject, operation, name);
    if (operation === 'read') return TerraformRunOfOne.refresh(settings, before, wanted);
    return TerraformRunOfOne.apply(settings, before, wanted);
  }

  private wanted(
    { typeName, createsFirst, companion, ...subject }: Subject,
    operation: Operation,
    name: string,
  ): Wanted {
    const { world } = this;
    const config = operation === 'update' ? subject.second(name, world) : subject.first(name, world);
    return {
      typeName,
      config: operation === 'delete' ? null : config,
      ...(createsFirst !== undefined && { createsFirst }),
      ...(companion && { companion: { ...companion, config: (id) => companion.config(name, id, world) } }),
    };
  }

  /** The provider's configuration. With the token there is no login, which costs the server more than all the rest. */
  private settings(patience: Patience, more: Written = { api_token: this.token }): Written {
    return { server_url: this.proxy.url, request_timeout: NO_HANG, max_retries: RETRIES[patience], ...more };
  }

  private settingsOf(faultCase: FaultCase): Written {
    const timeout = faultCase.planned.fault.endsWith('/hang') ? HANG : NO_HANG;
    const credentials: Written = needsLogin(faultCase) ? { api_key: this.server.apiKey } : { api_token: this.token };
    return this.settings(faultCase.patience, { ...credentials, request_timeout: timeout });
  }

  private nextName(): string {
    this.runs += 1;
    return `fault-${this.id}-${this.runs}`;
  }

  /** The subject's own object and what was renamed to make room, or waits for its name. */
  private async objectsOf({ collection }: Subject, name: string): Promise<readonly Named[]> {
    const found = await this.rest.list(collection, { name: `startswith:${name}` });
    const beside = new RegExp(`^${name}(-(new|retired)-[0-9a-f]+)?$`);
    return found.filter((object) => beside.test(object.name)).map((object) => ({ id: object.id, name: object.name }));
  }

  private async idsOf(subject: Subject, name: string): Promise<string[]> {
    return (await this.objectsOf(subject, name)).map(({ id }) => id);
  }

  private async textOf({ collection }: Subject, id: string): Promise<string> {
    return JSON.stringify(await this.rest.get(`/${collection}/${id}`));
  }

  private async cleanUp(subject: Subject, name: string): Promise<void> {
    const { companion } = subject;
    const companions = companion ? await this.rest.list(companion.collection, { name: `startswith:${name}-` }) : [];
    for (const { id } of companions) await this.rest.delete(`/${companion?.collection ?? ''}/${id}`);
    for (const id of await this.idsOf(subject, name)) await this.rest.delete(`/${subject.collection}/${id}`);
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** True where a warning names what is left, for the user to delete. */
function isTold({ warnings }: RunResult, id: string): boolean {
  return warnings.some((warning) => warning.includes(id) && warning.includes('yourself'));
}
