import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { pythonProgram } from '../setup/python.mjs';
import { run } from '../setup/run-command.mjs';

/** Writes what `docs/openapi.json` says as Python into `folder`: operations and models. */
export async function generatePython(folder) {
  const workshop = mkdtempSync(join(tmpdir(), 'parley-python-'));
  const document = join(workshop, 'openapi.json');
  const config = join(workshop, 'config.json');
  writeFileSync(document, JSON.stringify(withOneProblem()));
  writeFileSync(config, JSON.stringify({ post_hooks: [], package_name_override: 'generated' }));
  const settings = ['--meta', 'none', '--overwrite', '--output-path', folder, '--config', config];
  const program = pythonProgram('openapi-python-client');
  await run(program, ['generate', '--path', document, '--fail-on-warning', ...settings]);
  for (const file of readdirSync(folder, { recursive: true })) {
    if (file.endsWith('.py')) tellTimesInUtc(join(folder, file));
  }
  loadModelsWhenAskedFor(join(folder, 'models/__init__.py'));
  rmSync(workshop, { recursive: true });
}

/** The API has times in UTC that end with `Z`, and takes no others; Python writes `+00:00`. */
function tellTimesInUtc(file) {
  const source = readFileSync(file, 'utf8');
  const inUtc = '$1.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")';
  const told = source.replaceAll(/([\w.]+)\.isoformat\(\)/g, inUtc);
  if (told !== source) writeFileSync(file, told);
}

/** All models take longer to load than everything else of a small program; it asks for a few. */
function loadModelsWhenAskedFor(file) {
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(/^from \.(\w+) import (\w+)$/gm)];
  const lines = [
    '""" Contains all the data models used in inputs/outputs, each loaded when it is asked for """',
    '',
    'from importlib import import_module',
    'from typing import TYPE_CHECKING',
    '',
    'if TYPE_CHECKING:',
    ...imports.map(([line]) => `    ${line}`),
    'else:',
    '    _MODULES = {',
    ...imports.map(([, module, name]) => `        "${name}": "${module}",`),
    '    }',
    '',
    '    def __getattr__(name):',
    '        if name not in _MODULES:',
    '            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")',
    '        model = getattr(import_module(f".{_MODULES[name]}", __name__), name)',
    '        globals()[name] = model',
    '        return model',
    '',
    '    def __dir__():',
    '        return __all__',
    '',
    source.slice(source.indexOf('__all__ =')),
  ];
  writeFileSync(file, lines.join('\n'));
}

/**
 * The document with `Problem` in place of each of its kinds: the generator cannot narrow an enum by
 * a constant, and Python tells them apart by `code` alone.
 */
function withOneProblem() {
  const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));
  const { schemas, responses } = document.components;
  for (const name of Object.keys(schemas)) if (/.Problem$/.test(name)) delete schemas[name];
  for (const { content = {} } of Object.values(responses)) {
    const problem = content['application/problem+json'];
    if (problem) problem.schema = { $ref: '#/components/schemas/Problem' };
  }
  // Bytes of any type: the generator asks for the name of one.
  const bytes = (key, value) =>
    key === 'content' && value['*/*'] ? { 'application/octet-stream': value['*/*'] } : value;
  return JSON.parse(JSON.stringify(document, bytes));
}
