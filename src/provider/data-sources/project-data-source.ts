import type { DataSource, DataSourceRequest, Diagnostic, Outcome, ValidateRequest } from '../../framework';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { projectLookupSchema, type ProjectLookupModel } from '../schemas/project-lookup-schema';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_project` */
export class ProjectDataSource implements DataSource<ProjectLookupModel, ProviderClient> {
  readonly typeName = 'zenml_project';
  readonly schema = projectLookupSchema;

  validateConfig({ config: { id, name } }: ValidateRequest<ProjectLookupModel>): readonly Diagnostic[] {
    return needsIdOr('project', id, { name });
  }

  async read({
    config: { id, name },
    client,
    context,
  }: DataSourceRequest<ProjectLookupModel, ProviderClient>): Promise<Outcome<ProjectLookupModel>> {
    return attempt({ verb: 'read', object: 'project' }, async () => {
      const options = { signal: context.signal };
      const found = await findOne({ kind: 'project', id, name, collection: client.projects, options });
      if (!('object' in found)) return { diagnostics: [found.diagnostic] };
      const { id: foundId, displayName, description, created, updated } = found.object;
      return {
        value: {
          id: foundId,
          name: found.object.name,
          display_name: displayName,
          description: textOf(description) ?? null,
          created,
          updated,
        },
        diagnostics: [],
      };
    });
  }
}
