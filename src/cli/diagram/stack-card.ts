import { iconOf, typeTitle } from './component-types';
import type { DiagramComponent, DiagramStack } from './diagram-model';
import { html, type Html } from './html';

/** A ZenML stack: what it has of its own as rows, what it has of its base in short. */
export function stackCard(stack: DiagramStack): Html {
  const { name, description, version, project, base, components, inherited, without } = stack;
  return html`<article class="stack${base?.id === undefined ? '' : ' derived'}">
    <h4>${name}</h4>
    ${(version !== undefined || project !== undefined) && html`<p class="chips">${version !== undefined && html`<span>version ${version}</span>`}${project !== undefined && html`<span>project ${project}</span>`}</p>`}
    ${description !== undefined && html`<p class="description">${description}</p>`}
    ${
      components.length > 0 &&
      html`<ul class="components">
        ${components.map(componentRow)}
      </ul>`
    }
    ${
      base !== undefined &&
      html`<div class="inherited">
        <p>
          From
          <code>${base.name}</code
          >${base.id === undefined && ', which is looked up on the server, all that it does not replace'}
        </p>
        ${
          inherited.length > 0 &&
          html`<ul class="chips">
            ${inherited.map(({ type, flavor }) => html`<li>${icon(type)}${typeTitle(type)} <span class="flavor">${flavor}</span></li>`)}
          </ul>`
        }
        ${without.length > 0 && html`<p class="without">Without its ${without.map((type) => typeTitle(type).toLowerCase()).join(', ')}</p>`}
      </div>`
    }
  </article> `;
}

/** Component, connector and cloud resource: side by side where there is room, one below the other where there is not. */
function componentRow({ type, flavor, name, connector, resources }: DiagramComponent): Html {
  return html`<li>
    <div class="what">
      ${icon(type)}<span class="title">${typeTitle(type)}</span> <span class="flavor">${flavor}</span
      ><code>${name}</code>
    </div>
    ${connector !== undefined && html`<div class="via"><span class="auth">${connector.authMethod ?? 'connector'}</span><code>${connector.name}</code></div>`}
    ${
      resources.length > 0 &&
      html`<ul class="to">
        ${resources.map(({ title, name: resource }) => html`<li><span class="title">${title}</span> <code>${resource}</code></li>`)}
      </ul>`
    }
  </li> `;
}

function icon(type: string): Html {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${iconOf(type)}" /></svg>`;
}
