import { running, type AddCommand, type Run } from '../command-context.js';
import { checks, type Check, type Finding } from '../doctor-checks.js';
import { Failure, toldOf } from '../failures.js';
import { Installation } from '../installation.js';
import { asText } from '../printer.js';

interface DoctorOptions {
  readonly in?: string;
}

const marks = { ok: '✓', warning: '!', failed: '✗', skipped: '–' } as const;

export const addDoctor: AddCommand = (program, context) => {
  program
    .command('doctor')
    .description('look at what stands between here and the server; in its folder, at all it needs')
    .option('--in <folder>', 'where the server is installed, by default here')
    .action(
      running<DoctorOptions, []>(context, async (run) => {
        const findings: Finding[] = [];
        for (const check of checks) findings.push(await looked(check, run));
        findings.push(...(await ofInstallation(run)));
        tell(run, findings);
        const failed = findings.filter(({ state }) => state === 'failed');
        if (failed.length > 0)
          throw new Failure(`Not in order: ${failed.map(({ check }) => check).join(', ')}`);
      }),
    );
};

async function looked({ check, cure, look }: Check, run: Run<object>): Promise<Finding> {
  try {
    return { check, ...(await look(run)) };
  } catch (error) {
    // Of the server, or of the way there: it is what was found.
    const told = toldOf(error);
    if (!told) throw error;
    return { check, state: 'failed', says: told.message, cure };
  }
}

/** What the server stands on, only its own machine can tell. */
async function ofInstallation({ options, terminal }: Run<DoctorOptions>): Promise<Finding[]> {
  const installation = options.in
    ? Installation.at(options.in, 'doctor')
    : Installation.around(terminal.folder);
  if (!installation) {
    const says = 'Run it in the folder of the server to look at what that stands on.';
    return [{ check: 'installation', state: 'skipped', says }];
  }
  const { out, err } = await installation.run('doctor', ['--json'], terminal.env);
  if (!out.trimStart().startsWith('[')) throw new Failure(err.trim() || out.trim());
  return JSON.parse(out) as Finding[];
}

function tell({ print, terminal }: Run<DoctorOptions>, findings: readonly Finding[]): void {
  if (print.isJson) {
    print.say(findings, '');
    return;
  }
  for (const { check, state, says, cure } of findings) {
    terminal.out(`${marks[state]} ${check}: ${asText(says)}\n`);
    if (cure !== undefined) terminal.out(`    ${asText(cure)}\n`);
  }
}
