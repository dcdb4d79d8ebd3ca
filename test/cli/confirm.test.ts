import { PassThrough } from 'node:stream';
import { answerTo } from '../../src/cli/confirm';

/** What somebody types at the question, and what is taken for the answer. */
async function answered(typed: string): Promise<{ readonly answer: string; readonly shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = answerTo('Which one? ', { input, output });
  input.write(typed);
  return { answer: await answer, shown: String(output.read()) };
}

it.each([
  ['prod\r', 'prod'],
  [' prod \r', 'prod'],
  ['\r', ''],
])('takes what is typed for the answer: %j', async (typed, answer) => {
  expect(await answered(typed)).toMatchObject({ answer, shown: expect.stringContaining('Which one? ') as string });
});

it.each([
  ['Ctrl+C', '\x03'],
  ['Ctrl+D', '\x04'],
])('takes %s for no answer, and for no fault', async (_, typed) => {
  expect((await answered(typed)).answer).toBe('');
});
