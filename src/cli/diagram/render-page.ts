import type { Diagram } from './diagram-model';
import { glance } from './glance';
import { html, verbatim } from './html';
import { PAGE_STYLE } from './page-style';
import { environmentPanel } from './environment-panel';

/** The diagram as one HTML page that needs nothing else: no server, no script, no font. */
export function renderPage({ environments }: Diagram): string {
  const panels = environments.map((environment, index) => environmentPanel(environment, index));
  const labelled = environments.filter((environment) => environment.labelled);
  const stacks = environments.flatMap((environment) => environment.stacks);
  const components = new Set(stacks.flatMap((stack) => stack.components.map(({ id }) => id)));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta
          name="description"
          content="The environments of an app with their ZenML stacks, connectors and cloud resources, as synthesized"
        />
        <title>ZenML stacks</title>
        <style>
          ${verbatim(PAGE_STYLE)}
        </style>
      </head>
      <body>
        <header class="masthead">
          <h1>ZenML stacks</h1>
          <p>
            ${counted(labelled.length, 'environment')}, ${counted(stacks.length, 'ZenML stack')},
            ${counted(components.size, 'component')}. As synthesized; nothing here is read from a server.
          </p>
        </header>
        <main>
          ${labelled.length > 1 && glance(labelled)}
          <div class="environments">${panels}</div>
        </main>
      </body>
    </html> `;
  return page.html;
}

/** `1 stack`, `3 stacks`. */
export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
