'use strict';

const Sequencer = require('@jest/test-sequencer').default;

/** The acceptance tests that take a minute or more, longest first. */
const LONGEST = [
  'quickstart',
  'aws-switches',
  'project-stacks',
  'aws-base-stack',
  'gcp-stacks',
  'deploy',
  'clean-up',
  'guides',
  'backends',
  'faults',
  'package',
  'shared-connectors',
  'interruptions',
  'deploy-teams',
  'resources',
  'versioned-stack',
  'walkthrough',
  'team-stacks',
  'examples',
  'secrets',
].map((name) => `/test/acceptance/${name}.test.ts`);

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((end) => path.endsWith(end));
  return rank === -1 ? LONGEST.length : rank;
};

/** Without times of earlier runs, as on a fresh clone, jest begins with the largest files, and ends with one long file on one core. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = [...super.sort(tests)];
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
};
