import type { TerraformResourceLifecycle } from 'cdktf';
import type { ComponentType } from './stack-component';

/** Has the plan fail where what is looked up by id, a component or a flavor, is of another type. */
export function expectType(type: ComponentType): TerraformResourceLifecycle {
  return {
    postcondition: [
      {
        condition: `\${self.type == "${type}"}`,
        errorMessage: `\${self.name} is of the type \${self.type}; expected ${type}: give the id of another one, or the type of this one.`,
      },
    ],
  };
}
