import type { DiagramConnector, DiagramEnvironment, DiagramResource } from './diagram-model';
import { html, type Html } from './html';
import { RESOURCE_GROUPS } from './resource-titles';
import { stackCard } from './stack-card';

/** One environment: its switches, its stacks, its connectors and what it has in the cloud. */
export function environmentPanel(environment: DiagramEnvironment, index: number): Html {
  const { name, labelled, states, stacks, connectors } = environment;
  const id = `environment-${index}`;
  return html`<section class="environment hue-${index % 6}${labelled ? '' : ' unlabelled'}" aria-labelledby="${id}">
    <header>
      <h2 id="${id}">${name}</h2>
      ${!labelled && html`<p class="aside">Terraform stack without an environment</p>`} ${headerChips(environment)}
    </header>
    <h3>ZenML stacks</h3>
    ${stacks.length === 0 && html`<p class="aside">None is registered here.</p>`}
    <div class="stacks">${stacks.map((stack) => stackCard(stack))}</div>
    ${connectors.length > 0 && connectorList(connectors)}
    ${environment.resources.length > 0 && resourceList(environment)}
    ${states.length > 0 && html`<p class="state">State: ${states.join('; ')}</p>`}
  </section> `;
}

function headerChips({ name, places, switches, exceptions }: DiagramEnvironment): Html | undefined {
  const chips = [
    ...places.map((place) => html`<li>${place}</li>`),
    ...switches.filter(({ on }) => on).map(({ title }) => html`<li class="on">${title}</li>`),
    ...exceptions.map((exception) => html`<li class="exception">Exception: ${exception}</li>`),
  ];
  return chips.length > 0
    ? html`<ul class="chips" aria-label="Place and switches of ${name}">
        ${chips}
      </ul>`
    : undefined;
}

function connectorList(connectors: readonly DiagramConnector[]): Html {
  return html`<h3>Connectors</h3>
    <ul class="connectors">
      ${connectors.map(connectorItem)}
    </ul>`;
}

function resourceList({ resources, settings }: DiagramEnvironment): Html {
  const groups = RESOURCE_GROUPS.map((group) => ({ group, found: resources.filter((each) => each.group === group) }));
  return html`<h3>Cloud resources</h3>
    <dl class="resources">${groups.map(({ group, found }) => resourceGroup(group, found))}</dl>
    ${settings > 0 && html`<p class="aside">and ${settings} grants and settings of these</p>`}`;
}

function connectorItem({ name, type, authMethod, resourceType, resources, keyInState }: DiagramConnector): Html {
  const reach = resources.map((resource) => `${resource.title} ${resource.name}`);
  return html`<li>
    <code>${name}</code>
    <span class="chips"
      ><span class="auth">${authMethod === undefined ? 'on the server' : `${type ?? ''} ${authMethod}`.trim()}</span
      >${resourceType !== undefined && html`<span>${resourceType}</span>`}${keyInState && html`<span class="warning">key in state</span>`}</span
    >
    ${reach.length > 0 && html`<span class="aside">${reach.join(', ')}</span>`}
  </li> `;
}

function resourceGroup(group: string, resources: readonly DiagramResource[]): Html | undefined {
  if (resources.length === 0) return undefined;
  return html`<div>
    <dt>${group}</dt>
    ${resources.map(
      ({ title, name, facts }) =>
        html`<dd>
          <span class="title">${title}</span> <code>${name}</code>${
            facts.length > 0 &&
            html`<span class="chips facts">${facts.map((fact) => html`<span>${fact}</span>`)}</span>`
          }
        </dd>`,
    )}
  </div> `;
}
