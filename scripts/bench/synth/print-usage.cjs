'use strict';

// Loaded before a program: prints what its process took, from its start to its end.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`\n${JSON.stringify({ wall: process.uptime() * 1000, processor: (user + system) / 1000 })}\n`);
});
