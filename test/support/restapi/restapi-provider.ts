import { request } from 'undici';
import {
  boolAttribute,
  errorDiagnostic,
  listAttribute,
  mapAttribute,
  requiresReplace,
  stringAttribute,
  useStateForUnknown,
  type ModelOf,
  type Outcome,
  type Provider,
  type Resource,
} from '../../../src/framework';

const providerAttributes = {
  uri: stringAttribute({ description: 'Address.', required: true }),
  headers: mapAttribute('string', { description: 'Of every request.', optional: true }),
  write_returns_object: boolAttribute({ description: 'Whether answers hold the object.', optional: true }),
};

const objectAttributes = {
  id: stringAttribute({ description: 'From the answer.', computed: true, planModifiers: [useStateForUnknown] }),
  path: stringAttribute({ description: 'Of the collection.', required: true }),
  read_path: stringAttribute({ description: 'Default: path/{id}.', optional: true }),
  data: stringAttribute({ description: 'What is sent.', required: true }),
  ignore_server_additions: boolAttribute({ description: 'Must be true here.', optional: true }),
  ignore_changes_to: listAttribute('string', { description: 'Keys.', optional: true }),
  force_new: listAttribute('string', { description: 'Values.', optional: true, planModifiers: [requiresReplace] }),
};

type Config = ModelOf<typeof providerAttributes>;
type RestapiObject = ModelOf<typeof objectAttributes>;

interface Answer {
  readonly status: number;
  readonly text: string;
}

class Client {
  constructor(
    private readonly uri: string,
    private readonly headers: Record<string, string>,
  ) {}

  async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: string): Promise<Answer> {
    const { statusCode, body: answer } = await request(`${this.uri}${path}`, {
      method,
      headers: { ...this.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body,
    });
    return { status: statusCode, text: await answer.text() };
  }
}

const refused = ({ status, text }: Answer) => [
  errorDiagnostic('Unexpected Response', `unexpected response code '${status}': ${text}`),
];

const pathOf = ({ path, id }: RestapiObject) => `${String(path)}/${String(id)}`;

async function written(planned: RestapiObject, answer: Promise<Answer>): Promise<Outcome<RestapiObject>> {
  const { status, text } = await answer;
  if (status >= 300) return { diagnostics: refused({ status, text }) };
  const { id } = JSON.parse(text) as { readonly id: string };
  return { value: { ...planned, id }, diagnostics: [] };
}

const object: Resource<RestapiObject, Client> = {
  typeName: 'restapi_object',
  schema: { version: 0, description: 'An object.', attributes: objectAttributes },
  create: async ({ planned, client }) =>
    written(planned, client.send('POST', String(planned.path), String(planned.data))),
  read: async ({ state, client }) => {
    const path = state.read_path === null ? pathOf(state) : String(state.read_path).replace('{id}', String(state.id));
    const { status, text } = await client.send('GET', path);
    if (status === 404) return { value: null, diagnostics: [] };
    return status === 200 ? { value: state, diagnostics: [] } : { diagnostics: refused({ status, text }) };
  },
  update: async ({ planned, client }) => written(planned, client.send('PUT', pathOf(planned), String(planned.data))),
  delete: async ({ state, client }) => {
    const answer = await client.send('DELETE', pathOf(state));
    return answer.status < 300 || answer.status === 404 ? [] : refused(answer);
  },
  importState: async () => ({ diagnostics: [errorDiagnostic('No Import', 'Nothing here imports objects.')] }),
};

/**
 * Stands in for Mastercard/restapi 2.x, which comes from no package registry: it sends the requests that one sends for an object
 * with `ignore_server_additions`, POST, GET, PUT of all data, and DELETE, and leaves everything else to the real terraform.
 */
export function createRestapiProvider(): Provider<Config, Client> {
  return {
    schema: { version: 0, description: 'Objects behind a REST interface.', attributes: providerAttributes },
    movableFrom: [],
    resources: [object],
    dataSources: [],
    configure: async ({ config: { uri, headers } }) => ({
      value: new Client(String(uri), headers as Record<string, string>),
      diagnostics: [],
    }),
  };
}
