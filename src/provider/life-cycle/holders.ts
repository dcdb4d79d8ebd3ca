import type { Stack, StackFilter } from '../../zenml';

/** So many components are looked up one by one; where more are asked for, one list of all stacks costs less. */
const SINGLE = 5;

/** Which stacks hold which components, as one walk of Terraform finds them. */
export class Holders {
  private asked = 0;
  private all: Promise<readonly Stack[]> | undefined;

  /** Ids of the stacks that hold a component. */
  async of(componentId: string, list: (filter: StackFilter) => Promise<readonly Stack[]>): Promise<readonly string[]> {
    this.asked += 1;
    const stacks = await (this.asked <= SINGLE ? list({ componentId }) : this.listed(list));
    return stacks.filter((stack) => holds(stack, componentId)).map(({ id }) => id);
  }

  private listed(list: (filter: StackFilter) => Promise<readonly Stack[]>): Promise<readonly Stack[]> {
    this.all ??= list({}).catch((error: unknown) => {
      this.all = undefined;
      throw error;
    });
    return this.all;
  }
}

/** True where the stack holds the component. */
export function holds({ components }: Stack, componentId: string): boolean {
  return Object.values(components).some((ofType) => ofType.some(({ id }) => id === componentId));
}
