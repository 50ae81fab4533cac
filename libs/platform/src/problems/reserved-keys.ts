import { problem } from '@app/contracts';

/** What every object has already. No field of ours is called so. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Characters of a path that are shown: a body of 100 kB can be one path. */
const maxPathLength = 200;

/**
 * Throws `validation_failed` where JSON, at any depth, has a field by the name of a thing that
 * every object has, and says of which object: such a field is an attempt to change all objects, or
 * a mistake, and its sender must hear of it either way. Names those of the first such object found.
 */
export function refuseReservedKeys(input: unknown): void {
  // A stack of our own: as deep as a body can be, the one of the engine is not.
  const left: (readonly [value: unknown, path: string])[] = [[input, '']];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    const named = Object.keys(value).filter((key) => reserved.has(key));
    if (named.length > 0) throw unknownFields(named, path);
    for (const [key, inner] of Object.entries(value)) {
      // What is no object is not worth a path: most of what comes in.
      if (typeof inner === 'object') left.push([inner, path === '' ? key : `${path}.${key}`]);
    }
  }
}

/** In the words that the schemas have for any other unknown field. */
function unknownFields(named: readonly string[], path: string) {
  const message = `Unrecognized key${named.length > 1 ? 's' : ''}: "${named.join('", "')}"`;
  const shown = path.length > maxPathLength ? `${path.slice(0, maxPathLength)}…` : path;
  return problem('validation_failed', { issues: [{ path: shown, message }] });
}
