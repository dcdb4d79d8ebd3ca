import { Option, type Command } from 'commander';
import { appOptions } from '../synthesized';
import { DIAGRAM_FORMATS, writeDiagram, type DiagramOptions } from './write-diagram';

/** `cdktf-zenml diagram`. */
export function addDiagram(program: Command): void {
  appOptions(
    program
      .command('diagram')
      .description(
        'draw the environments of your app as it is synthesized: ZenML stacks, components, connectors and the cloud resources behind them',
      ),
  )
    .option('-o, --output <file>', 'file to write, "-" for standard output (default: stacks.html)')
    .addOption(
      new Option(
        '--format <format>',
        'html, mermaid, or markdown with mermaid in it (default: by the ending of the file)',
      ).choices(DIAGRAM_FORMATS),
    )
    .option('--synthesized <directory>', 'draw an app that has been synthesized already: cdktf.out')
    .action(async (options: DiagramOptions) => {
      console.log(await writeDiagram(options));
    });
}
