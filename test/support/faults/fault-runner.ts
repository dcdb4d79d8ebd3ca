import { FaultProxy } from '../fault-proxy/fault-proxy';
import type { RecordedRequest } from '../fault-proxy/fault';
import type { RunningZenmlServer } from '../servers';
import { ZenmlRest } from '../zenml-rest';
import { describeCase, healsByRetries, needsLogin, type FaultCase, type Operation, type Patience } from './fault-case';
import { HIDDEN, type Subject, type World } from './subject';
import { TerraformRunOfOne, type Held, type RunResult, type Written } from './terraform-run-of-one';

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
    const held = await this.prepared(subject, operation, name);
    await this.proxy.begin();
    const settings = this.settings('retries', { api_key: this.server.apiKey });
    const { errors } = await this.operate(subject, operation, name, held, settings);
    const requests = [...this.proxy.requests];
    if (errors.length > 0) throw new Error(`${subject.typeName} cannot be ${operation}d: ${errors.join('\n')}`);
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
    const lost = (await this.idsOf(subject, name)).filter((id) => id !== struck.held?.state.id);
    if (lost.length > 0 && struck.errors.length === 0) complain(`left ${lost.length} unknown to the state`);
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
    const config = this.configured(subject, operation, name);
    const again = (settings: Written): Promise<RunResult> =>
      config === null
        ? TerraformRunOfOne.apply(settings, subject.typeName, struck.held, null)
        : TerraformRunOfOne.applyAndPlan(settings, subject.typeName, struck.held, config);
    let healed = await again(this.settings('retries'));
    this.checkWords(healed, name, operation, complain);
    const ids = await this.idsOf(subject, name);
    const [first = ''] = ids;
    const stopped = healed.errors.join(' ');
    if (struck.held === null && ids.length === 1 && stopped.includes('import {') && stopped.includes(first)) {
      healed = await again({ ...this.settings('retries'), adopt_existing: true });
    }
    if (healed.errors.length > 0) complain(`does not heal: ${healed.errors.join(' ')}`);
    const left = await this.idsOf(subject, name);
    const expected = config === null ? [] : [healed.held?.state.id];
    if (JSON.stringify(left) !== JSON.stringify(expected)) {
      complain(`has ${JSON.stringify(left)} on the server and ${JSON.stringify(expected)} in the state`);
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
    const isNamed = run.errors.every((error) => error.includes(name) || error.includes('server_url'));
    if (!isNamed && operation !== 'read') complain(`names no object: ${text}`);
  }

  /** The object that an operation begins with. */
  private async prepared(subject: Subject, operation: Operation, name: string): Promise<Held | null> {
    if (operation === 'create') return null;
    await this.proxy.begin();
    const config = subject.first(name, this.world);
    const { held, errors } = await TerraformRunOfOne.apply(this.settings('retries'), subject.typeName, null, config);
    if (held === null || errors.length > 0) throw new Error(`cannot be created: ${errors.join('\n')}`);
    return held;
  }

  private operate(
    subject: Subject,
    operation: Operation,
    name: string,
    held: Held | null,
    settings: Written,
  ): Promise<RunResult> {
    if (operation === 'read' && held !== null) return TerraformRunOfOne.refresh(settings, subject.typeName, held);
    return TerraformRunOfOne.apply(settings, subject.typeName, held, this.configured(subject, operation, name));
  }

  private configured(subject: Subject, operation: Operation, name: string): Written | null {
    if (operation === 'delete') return null;
    return operation === 'update' ? subject.second(name, this.world) : subject.first(name, this.world);
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

  private async idsOf({ collection }: Subject, name: string): Promise<string[]> {
    return (await this.rest.list(collection, { name: `equals:${name}` })).map(({ id }) => id);
  }

  private async textOf({ collection }: Subject, id: string): Promise<string> {
    return JSON.stringify(await this.rest.get(`/${collection}/${id}`));
  }

  private async cleanUp(subject: Subject, name: string): Promise<void> {
    for (const id of await this.idsOf(subject, name)) await this.rest.delete(`/${subject.collection}/${id}`);
  }
}
