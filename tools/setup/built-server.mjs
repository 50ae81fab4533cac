// `npm run build:server`: the server and the services, unless these sources are built. Plain Node 20.
import { serverBuild } from './builds.mjs';
import { setUp } from './set-up.mjs';

try {
  // The output belongs to the program that is run next.
  await setUp([serverBuild], { out: process.stderr });
} catch (error) {
  // Of a build that failed, whose own words are above.
  console.error(error.message);
  process.exitCode = 1;
}
