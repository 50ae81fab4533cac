#!/usr/bin/env node
// `npx parley …` in the repository: the command line, built if it has changed. Plain Node 20.
import { join } from 'node:path';
import { commandLineBuild } from './builds.mjs';
import { dependencies } from './dependencies.mjs';
import { root } from './places.mjs';
import { setUp } from './set-up.mjs';

try {
  const tasks = [dependencies, { ...commandLineBuild, needs: [dependencies.name] }];
  // Its output is what the command says, and nothing else.
  await setUp(tasks, { out: process.stderr });
} catch (error) {
  // Said to a person: what failed, without the way through our files.
  console.error(error.message);
  process.exit(1);
}
await import(join(root, 'dist/cli/parley.js'));
