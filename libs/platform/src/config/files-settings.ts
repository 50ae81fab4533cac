import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { commaList } from './comma-list.js';
import type { Settings } from './settings.js';

/** Where and how files are kept, as the process uses it. */
export interface FilesConfig {
  /** Absolute: contents, or, with a bucket, what is on its way there. */
  readonly folder: string;
  /** Absent: files are kept in the folder. */
  readonly s3?: S3Config | undefined;
  /** Of one file. */
  readonly maxBytes: number;
  /** Bytes of one person; 0: no limit. */
  readonly userQuota: number;
  /** Bytes of all together; 0: no limit. */
  readonly workspaceQuota: number;
  /** Seconds that a link to a file is good. */
  readonly linkSeconds: number;
  /** Whether pictures and films lose their metadata as they come in. */
  readonly isScrubbed: boolean;
  /** Whether previews are made here. */
  readonly hasPreviews: boolean;
  /** Programs that make previews at once, each of one file. */
  readonly previewPrograms: number;
  /** So long one of them may take; those of the machine twice as long. */
  readonly previewSeconds: number;
  /** Seconds in which a sender has to bring something. */
  readonly patienceSeconds: number;
  /** Of uploads that may be resumed. */
  readonly unfinished: UnfinishedConfig;
  /** Days that an export of somebody's data is kept. */
  readonly exportDays: number;
  /** Bytes of files that one of them takes along. */
  readonly exportBytes: number;
  /** Where the file service is, one address for each of it; for who passes requests on. */
  readonly addresses: readonly string[];
}

/** How much may be under way. */
export interface UnfinishedConfig {
  /** Uploads of one person. */
  readonly perUser: number;
  /** Bytes of all together, as announced. */
  readonly maxBytes: number;
  /** Seconds without a request until one is given up. */
  readonly idleSeconds: number;
}

export interface S3Config {
  readonly bucket: string;
  readonly region: string;
  /** Absent: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Absent: the SDK looks for them. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly hasDirectLinks: boolean;
}

const whole = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** A tebibyte and more: whatever a disk holds. */
const anyBytes = Number.MAX_SAFE_INTEGER;

/** The variables that say it. */
export const filesSettings = {
  PARLEY_FILES_DIR: {
    schema: z.optional(z.string()),
    about:
      'Where files are kept; absent: `files` in the data directory. Several file services share it.',
  },
  PARLEY_FILES_S3_BUCKET: {
    schema: z.optional(z.string()),
    about: 'Keeps files in this bucket instead, by S3.',
  },
  PARLEY_FILES_S3_ENDPOINT: {
    schema: z.optional(z.url()),
    about: 'Address of who speaks S3; absent: Amazon.',
  },
  PARLEY_FILES_S3_REGION: {
    schema: z._default(z.string(), 'us-east-1'),
    about: 'Region of the bucket.',
  },
  PARLEY_FILES_S3_KEY: {
    schema: z.optional(z.string()),
    about: 'Access key for the bucket; absent: a role of the machine, or what the SDK finds.',
  },
  PARLEY_FILES_S3_SECRET: {
    schema: z.optional(z.string()),
    about: 'Secret of the access key.',
  },
  PARLEY_FILES_S3_DIRECT: {
    schema: z._default(z.enum(['on', 'off']), 'off'),
    about: '`on`: downloads are sent to the bucket by links that live a minute.',
  },
  PARLEY_FILES_MAX_BYTES: {
    schema: z._default(whole(1, anyBytes), 100 * 1024 * 1024),
    about: 'Bytes of one file.',
  },
  PARLEY_FILES_USER_QUOTA: {
    schema: z._default(whole(0, anyBytes), 0),
    about: 'Bytes of all files of one person; 0: no limit.',
  },
  PARLEY_FILES_WORKSPACE_QUOTA: {
    schema: z._default(whole(0, anyBytes), 0),
    about: 'Bytes of all files; 0: no limit.',
  },
  PARLEY_FILES_LINK_TTL: {
    schema: z._default(whole(5, 604_800), 3600),
    about: 'Seconds that a link to a file is good.',
  },
  PARLEY_STRIP_EXIF: {
    schema: z._default(z.enum(['on', 'off']), 'on'),
    about:
      '`on`: pictures and films are kept without what they say of place, time and camera, else unchanged.',
  },
  PARLEY_PREVIEWS: {
    schema: z._default(z.enum(['on', 'off']), 'on'),
    about: '`off`: no previews are made of what is uploaded.',
  },
  PARLEY_PREVIEW_PROGRAMS: {
    schema: z._default(whole(1, 64), 2),
    about: 'Previews that one process makes at once, each in a program of its own.',
  },
  PARLEY_PREVIEW_SECONDS: {
    schema: z._default(whole(1, 600), 30),
    about: 'Seconds that such a program may take; for sounds and films twice as many.',
  },
  PARLEY_FILES_PATIENCE: {
    schema: z._default(whole(1, 3600), 30),
    about: 'Seconds in which a sender has to bring 1 kB for each, or is cut off.',
  },
  PARLEY_FILES_UNFINISHED: {
    schema: z._default(whole(1, 10_000), 50),
    about: 'Uploads of one person that may be under way and resumed.',
  },
  PARLEY_FILES_UNFINISHED_BYTES: {
    schema: z._default(whole(1, anyBytes), 20 * 1024 * 1024 * 1024),
    about: 'Bytes of all uploads under way that may be resumed, as announced.',
  },
  PARLEY_FILES_UNFINISHED_TTL: {
    schema: z._default(whole(60, 604_800), 86_400),
    about: 'Seconds without a request after which an upload can no longer be resumed.',
  },
  PARLEY_EXPORT_DAYS: {
    schema: z._default(whole(1, 365), 7),
    about: 'Days that what somebody has ordered of their data is kept.',
  },
  PARLEY_EXPORT_BYTES: {
    schema: z._default(whole(0, anyBytes), 10 * 1024 * 1024 * 1024),
    about: 'Bytes of files that it takes along; those without room are listed in it.',
  },
  PARLEY_FILES_URL: {
    schema: z._default(
      z.string().check(z.regex(/^(https?:\/\/[^\s,/]+\/?(\s*,\s*|$))*$/, 'Not addresses')),
      '',
    ),
    about: 'Addresses of the file services, separated by commas: where a gateway passes files on.',
  },
} as const;

export function filesConfigFrom(values: Settings): FilesConfig {
  const folder = values.PARLEY_FILES_DIR ?? join(values.PARLEY_DATA_DIR, 'files');
  return {
    folder: resolve(folder),
    s3: s3ConfigFrom(values),
    maxBytes: values.PARLEY_FILES_MAX_BYTES,
    userQuota: values.PARLEY_FILES_USER_QUOTA,
    workspaceQuota: values.PARLEY_FILES_WORKSPACE_QUOTA,
    linkSeconds: values.PARLEY_FILES_LINK_TTL,
    isScrubbed: values.PARLEY_STRIP_EXIF === 'on',
    hasPreviews: values.PARLEY_PREVIEWS === 'on',
    previewPrograms: values.PARLEY_PREVIEW_PROGRAMS,
    patienceSeconds: values.PARLEY_FILES_PATIENCE,
    unfinished: {
      perUser: values.PARLEY_FILES_UNFINISHED,
      maxBytes: values.PARLEY_FILES_UNFINISHED_BYTES,
      idleSeconds: values.PARLEY_FILES_UNFINISHED_TTL,
    },
    previewSeconds: values.PARLEY_PREVIEW_SECONDS,
    exportDays: values.PARLEY_EXPORT_DAYS,
    exportBytes: values.PARLEY_EXPORT_BYTES,
    addresses: commaList(values.PARLEY_FILES_URL).map((url) => url.replace(/\/$/, '')),
  };
}

function s3ConfigFrom(values: Settings): S3Config | undefined {
  const bucket = values.PARLEY_FILES_S3_BUCKET;
  if (bucket === undefined) return undefined;
  const [accessKeyId, secretAccessKey] = [
    values.PARLEY_FILES_S3_KEY,
    values.PARLEY_FILES_S3_SECRET,
  ];
  return {
    bucket,
    region: values.PARLEY_FILES_S3_REGION,
    endpoint: values.PARLEY_FILES_S3_ENDPOINT,
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    hasDirectLinks: values.PARLEY_FILES_S3_DIRECT === 'on',
  };
}

/** What is said of files in one variable, and makes no sense without another: a line each. */
export function filesProblems(environment: NodeJS.ProcessEnv): string[] {
  const has = (name: keyof typeof filesSettings) => Boolean(environment[name]);
  const problems: string[] = [];
  if (has('PARLEY_FILES_S3_KEY') !== has('PARLEY_FILES_S3_SECRET'))
    problems.push('PARLEY_FILES_S3_KEY: it comes with PARLEY_FILES_S3_SECRET, or neither');
  if (has('PARLEY_FILES_S3_ENDPOINT') && !has('PARLEY_FILES_S3_BUCKET'))
    problems.push('PARLEY_FILES_S3_BUCKET: missing, and PARLEY_FILES_S3_ENDPOINT asks for it');
  return problems;
}
