import type { DiagramEnvironment } from './diagram-model';
import { html, type Html } from './html';

/** The environments against each other: a row for each thing in which they may differ. */
export function glance(environments: readonly DiagramEnvironment[]): Html {
  const rows = [
    row('Place', environments, ({ places }) => places),
    row('Switches on', environments, ({ switches }) => switches.flatMap(({ on, title }) => (on ? [title] : []))),
    row('Exceptions', environments, ({ exceptions }) => exceptions),
    row('Authentication', environments, authentication),
    row('Orchestrators', environments, (environment) => flavors(environment, 'orchestrator')),
    row('ZenML stacks', environments, ({ stacks }) => stacks.map(({ name }) => name)),
    row('State', environments, ({ states }) => states),
  ];
  return html`<section class="glance" aria-labelledby="glance">
    <h2 id="glance">At a glance</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="glance">
      <table>
        <thead>
          <tr>
            <td></td>
            ${environments.map(({ name }, index) => html`<th scope="col" class="hue-${index % 6}">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(
  title: string,
  environments: readonly DiagramEnvironment[],
  valuesOf: (environment: DiagramEnvironment) => readonly string[],
): Html | undefined {
  const cells = environments.map(valuesOf);
  if (cells.every((values) => values.length === 0)) return undefined;
  return html`<tr>
    <th scope="row">${title}</th>
    ${cells.map((values) =>
      values.length === 0
        ? html`<td class="none">none</td>`
        : html`<td>${values.map((value) => html`<span class="line">${value}</span>`)}</td>`,
    )}
  </tr> `;
}

function authentication({ connectors }: DiagramEnvironment): readonly string[] {
  const methods = connectors.flatMap(({ type, authMethod, keyInState }) =>
    authMethod === undefined ? [] : [`${type ?? ''} ${authMethod}${keyInState ? ', key in state' : ''}`.trim()],
  );
  return [...new Set(methods)].sort();
}

function flavors({ stacks }: DiagramEnvironment, type: string): readonly string[] {
  const all = stacks.flatMap(({ components }) => components.filter((component) => component.type === type));
  return [...new Set(all.map(({ flavor }) => flavor))].sort();
}
