import { ulid } from 'ulid';

/** Makes ids: 26 characters of Crockford base32, ascending in time, 80 random bits each. */
export abstract class IdGenerator {
  abstract next(): string;
}

export class UlidGenerator implements IdGenerator {
  next(): string {
    return ulid();
  }
}
