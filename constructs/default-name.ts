import type { IConstruct } from 'constructs';

/** The name a ZenML object gets when none is given: the path of its construct, which is unique within an app. */
export function defaultName({ node }: IConstruct): string {
  return node.path.replaceAll('/', '-');
}
