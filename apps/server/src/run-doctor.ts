import { startOrRefuse } from '@app/platform';
import { examine } from './doctor/examine.js';

const marks = { ok: '✓', warning: '!', failed: '✗', skipped: '–' } as const;

// `npm run doctor [-- --json]`: ends with 1 where something has failed.
await startOrRefuse(async () => {
  const findings = await examine();
  if (process.argv.includes('--json')) console.log(JSON.stringify(findings, undefined, 2));
  else {
    for (const { check, state, says, cure } of findings) {
      console.log(`${marks[state]} ${check}: ${says}`);
      if (cure !== undefined) console.log(`    ${cure}`);
    }
  }
  process.exit(findings.some(({ state }) => state === 'failed') ? 1 : 0);
});
