// Each step runs a real terraform against a real server; a step that takes longer than this hangs.
jest.setTimeout(300_000);
