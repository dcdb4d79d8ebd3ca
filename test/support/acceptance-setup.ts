// Each step runs a real terraform against a real server; a step that takes longer than this hangs.
jest.setTimeout(300_000);

// Terraform and its provider of AWS read hundreds of megabytes of schema in each command, and end: a fifth of their time collects garbage.
process.env.GOGC ??= '400';
