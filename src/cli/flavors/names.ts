/** Keys whose camelCase form converts back to them without doubt. */
const CONVERTIBLE = /^[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*$/;

/**
 * The property that stands for a key of a server's: `executionRole` for `execution_role`. A key that would not convert back is its
 * own property. Undefined for a key with capitals: the constructs would take them for word boundaries.
 */
export function propertyName(key: string): string | undefined {
  if (CONVERTIBLE.test(key)) return key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return /[A-Z]/.test(key) ? undefined : key;
}

/** A property as source text, quoted where it is no identifier. */
export function propertyText(property: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(property) ? property : JSON.stringify(property);
}

/** `VmAws` for `vm_aws`; a name that would begin with a digit gets an underscore before it. */
export function pascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const text = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(text) ? text : `_${text}`;
}

/** The interface of a flavor's configuration: `VertexOrchestratorConfiguration`. */
export function configurationName(type: string, flavor: string): string {
  return `${pascalCase(flavor)}${pascalCase(type)}Configuration`;
}

/** The interface that maps the flavors of a component type to their configurations: `OrchestratorFlavors`. */
export function flavorMapName(type: string): string {
  return `${pascalCase(type)}Flavors`;
}

/** The module of a component type: `step-operator`. */
export function moduleName(type: string): string {
  return type.replaceAll('_', '-');
}
