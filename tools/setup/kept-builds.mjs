import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { isStamped } from './stamp.mjs';

/** So many of each are kept, those that were asked for last. */
const mostOfEach = 3;

/**
 * The builds of one `name` of all clones of a user, by the stamp that says what they were made from:
 * what was built once is copied into the next clone.
 */
export class KeptBuilds {
  #folder;

  constructor(name, cache = cacheFolder()) {
    this.#folder = join(cache, 'builds', name);
  }

  /** Whether there was one of this stamp, which is at `target` now. */
  fetch(stamp, target) {
    const place = join(this.#folder, stamp);
    if (!isStamped(place, stamp)) return false;
    try {
      cpSync(place, target, { recursive: true });
      this.#touch(place);
      return true;
    } catch {
      // Another clone has just forgotten it, or the disk is full: it can be built.
      rmSync(target, { recursive: true, force: true });
      return false;
    }
  }

  /** Keeps a copy of what is at `source`, stamped, whole or not at all. */
  keep(stamp, source) {
    const place = join(this.#folder, stamp);
    const draft = join(this.#folder, `.draft-${process.pid}`);
    try {
      if (isStamped(place, stamp)) return;
      mkdirSync(this.#folder, { recursive: true });
      cpSync(source, draft, { recursive: true });
      renameSync(draft, place);
      this.#touch(place);
      this.#forgetOthers();
    } catch {
      // A full or locked disk: what was built is there all the same.
      rmSync(draft, { recursive: true, force: true });
    }
  }

  #touch(place) {
    const now = new Date();
    utimesSync(place, now, now);
  }

  /** What was not asked for lately, and what an interrupted copy has left. */
  #forgetOthers() {
    const ageOf = (name) => -statSync(join(this.#folder, name)).mtimeMs;
    const names = readdirSync(this.#folder);
    const kept = names.filter((name) => !name.startsWith('.'));
    const old = kept.sort((a, b) => ageOf(a) - ageOf(b)).slice(mostOfEach);
    // At once: nobody copies half of it.
    for (const name of old) renameSync(join(this.#folder, name), join(this.#folder, `.${name}`));
    const drafts = readdirSync(this.#folder).filter((name) => name.startsWith('.'));
    for (const name of drafts) rmSync(join(this.#folder, name), { recursive: true, force: true });
  }
}
