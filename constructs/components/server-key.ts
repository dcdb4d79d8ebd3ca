/** The server's own key for a property: `execution_role` for `executionRole`. Keys without capitals stay as they are. */
export function serverKey(property: string): string {
  return property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
