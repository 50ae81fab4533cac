import * as z from 'zod/mini';
import { Registration } from './settings.contract.js';

/** `GET /api/config`: what a client must know before anybody signs in. */
export const PublicConfig = z.strictObject({
  name: z.string(),
  /** Seconds; 0: never, -1: always. */
  editWindow: z.int(),
  /** In which authors delete for everybody; as `editWindow`. */
  deleteWindow: z.int(),
  maxMessageLength: z.int(),
  registration: Registration,
});
export type PublicConfig = z.output<typeof PublicConfig>;
z.globalRegistry.add(PublicConfig, { id: 'PublicConfig' });

/** `GET /api/version`. */
export const Version = z.strictObject({ version: z.string() });
export type Version = z.output<typeof Version>;
z.globalRegistry.add(Version, { id: 'Version' });
