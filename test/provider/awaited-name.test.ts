import { userAnswer } from '../zenml/support/answers';
import { MockZenml, type SeenRequest } from '../zenml/support/mock-zenml';
import { providerClient, ResourceRunner } from './support/resource-runner';
import { answer, CREATED, ID, OTHER_ID, page, USER_ID } from './support/server-answers';

const COMPONENTS = '/api/v1/components';
const LOST = { status: 502, body: 'Bad Gateway' };
const TAKEN = { status: 409, body: { detail: ['EntityExistsError', 'taken'] } };

let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(() => server.agent.close());

function orchestrator(id: string, name: string, flavor: string, created = CREATED) {
  const body = { user_id: USER_ID, type: 'orchestrator', flavor_name: flavor, created };
  return answer(name, body, { configuration: {}, labels: {}, connector: null, connector_resource_id: null }, id);
}

test('a component beside another is found where the answer was lost and the server knows no idempotency keys', async () => {
  let asked = '';
  const made = ({ query: { name = asked } }: SeenRequest) => {
    asked = name.replace('equals:', '');
    return orchestrator(OTHER_ID, asked, 'kubernetes', new Date().toISOString().replace('Z', ''));
  };
  server
    .on('POST', COMPONENTS, TAKEN)
    .on('GET', COMPONENTS, { body: page(orchestrator(ID, 'kube', 'local')) })
    .on('GET', '/api/v1/current-user', { body: userAnswer() }, 2)
    .on('POST', COMPONENTS, LOST)
    .on('POST', COMPONENTS, TAKEN)
    .on('GET', COMPONENTS, (request) => ({ body: page(made(request)) }))
    .on('GET', `${COMPONENTS}/${OTHER_ID}`, (request) => ({ body: made(request) }));
  const runner = new ResourceRunner(
    'zenml_stack_component',
    providerClient(server, undefined, { skipValidation: true }),
  );
  const { value, diagnostics } = await runner.apply({ name: 'kube', type: 'orchestrator', flavor: 'kubernetes' });
  expect(value).toMatchObject({ id: OTHER_ID, name: 'kube' });
  expect(diagnostics.map(({ summary }) => summary)).toEqual(['Component Waits for Its Name']);
  expect(runner.privateState).toMatchObject({ name_awaits: ID });
  server.assertAllMade();
});
