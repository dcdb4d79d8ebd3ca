import type { Synthesized } from '../../synthesized';
import { objectsOf, type SynthesizedObject } from './gcp-stack';

const REFERENCE = /(?:data\.)?(?:google|zenml)_\w+\.[\w-]+/g;

/** Which object of a synthesized stack comes after which, as terraform sees it. */
export class References {
  private readonly direct: ReadonlyMap<string, readonly string[]>;

  constructor(synth: Synthesized) {
    this.direct = new Map(objectsOf(synth).map(({ address, attributes }) => [address, referencesIn(attributes)]));
  }

  /** References to what is not there. */
  get dangling(): readonly string[] {
    return [...this.direct].flatMap(([from, targets]) =>
      targets.filter((target) => !this.direct.has(target)).map((target) => `${from} -> ${target}`),
    );
  }

  /** Everything that must exist before an object, directly or not. @throws where objects wait for each other */
  before({ address }: SynthesizedObject): ReadonlySet<string> {
    const found = new Set<string>();
    const visit = (current: string, path: readonly string[]) => {
      if (path.includes(current)) throw new Error(`objects wait for each other: ${[...path, current].join(' -> ')}`);
      for (const target of this.direct.get(current) ?? []) {
        visit(target, [...path, current]);
        found.add(target);
      }
    };
    visit(address, []);
    return found;
  }
}

function referencesIn(value: unknown): readonly string[] {
  return [...new Set(JSON.stringify(value).match(REFERENCE) ?? [])];
}
