import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { weightOf } from './sources.mjs';

/**
 * Few big units in `folder`, of many sources: to parse the same headers for each is what takes most
 * of the time. Sources with equal names at file scope go into different units, as far as a glance at
 * the text tells; a unit that does not compile all the same is cut in two (`halvesOf`).
 */
export function unitsOf(files, count, folder) {
  const bins = Array.from({ length: count }, newBin);
  for (const file of [...files].sort((a, b) => weightOf(b) - weightOf(a))) {
    const names = namesAtFileScope(file);
    const free = bins.filter((bin) => ![...names].some((name) => bin.names.has(name)));
    let [bin] = free.sort((a, b) => a.size - b.size);
    if (!bin) bins.push((bin = newBin()));
    bin.size += weightOf(file);
    // The specializations in this one must precede their use.
    bin.files[file.endsWith('RTCP/Feedback.cpp') ? 'unshift' : 'push'](file);
    for (const name of names) bin.names.add(name);
  }
  return bins.map((bin, at) => unitOf(bin.files, folder, `${count}-${at}`));
}

/** Two units that are the one together. */
export function halvesOf({ files, folder, name }) {
  const middle = files.length >> 1;
  return [
    unitOf(files.slice(0, middle), folder, `${name}a`),
    unitOf(files.slice(middle), folder, `${name}b`),
  ];
}

const newBin = () => ({ size: 0, files: [], names: new Set() });

function unitOf(files, folder, name) {
  const file = join(folder, `unit-${name}.cpp`);
  // Each source defines a name of its class for the log.
  writeFileSync(file, files.map((each) => `#include "${each}"\n#undef MS_CLASS\n`).join(''));
  const size = files.reduce((sum, each) => sum + weightOf(each), 0);
  return { language: 'c++', files, folder, name, file, object: `${file}.o`, size };
}

const declaration =
  /^(?:\t{0,2}(?:alignas\(\w+\)\s+)?(?:static|inline|constexpr|thread_local)|const)\s[^\n;{(=]*?(\w+)\s*(?:\[\w*\]\s*)?[{=;(]/gm;

function namesAtFileScope(file) {
  const text = readFileSync(file, 'utf8');
  const names = new Set([...text.matchAll(declaration)].map(([, name]) => name));
  for (const [, values] of text.matchAll(/^enum\s*\{([^}]*)\}/gm)) {
    for (const [, name] of values.matchAll(/(\w+)\s*(?:=[^,]*)?(?:,|$)/g)) names.add(name);
  }
  return names;
}
