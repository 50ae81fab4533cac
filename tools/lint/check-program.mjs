// Types and lint of one TypeScript program in one go: `check-program.mjs NAME`, one of `programs`.
// Both ask the same checker, so that nothing is resolved twice.
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from '../setup/places.mjs';
import { programs } from './programs.mjs';

/** The problems of a program in words, none when it is fine. `folder`: of the repository. */
export async function problemsOf({ config, lints, sources, isLeftOut }, folder = root) {
  const program = programOf(join(folder, config));
  const strangers = filesOf(program, folder).filter(
    (path) => isLeftOut(path) || !sources.some((source) => `${path}/`.startsWith(`${source}/`)),
  );
  const host = {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => folder,
    getNewLine: () => '\n',
  };
  const wrong = ts.getPreEmitDiagnostics(program);
  const types = wrong.length > 0 ? [ts.formatDiagnostics(wrong, host)] : [];
  // What lint ignores (generated code) may be in a program all the same.
  const options = { cwd: folder, overrideConfig: [asked(program)], warnIgnored: false };
  const eslint = new ESLint(options);
  const results = await eslint.lintFiles(lintedFiles(program, folder, lints));
  const format = await eslint.loadFormatter('stylish');
  return [
    // Its check would be left out when only they change.
    ...strangers.map((path) => `${path} is in ${config}, and in no source of it in programs.mjs`),
    ...types,
    await format.format(results),
  ].filter((text) => text.trim() !== '');
}

/** All that it reads of ours. */
function filesOf(program, folder) {
  return program
    .getSourceFiles()
    .map(({ fileName }) => relative(folder, fileName))
    .filter((path) => !path.startsWith('..') && !path.includes('node_modules/'));
}

/** As `tsc -p` reads it; throws, in words, where it would. */
function programOf(file) {
  const fail = (wrong) => {
    throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, '\n'));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  errors.forEach(fail);
  return ts.createProgram(fileNames, options);
}

function lintedFiles(program, folder, lints) {
  return program
    .getRootFileNames()
    .map((file) => relative(folder, file))
    .filter((path) => lints(path));
}

/** Instead of looking for a program of its own, typed lint asks this one. */
const asked = (program) => ({
  files: ['**/*.ts'],
  languageOptions: {
    parserOptions: { projectService: false, project: null, programs: [program] },
  },
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = await problemsOf(programs[process.argv[2]]);
  for (const text of problems) console.log(text);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
