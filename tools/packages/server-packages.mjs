import { bundlePackages, mapped } from './bundle-packages.mjs';
import { onDisk } from './on-disk.mjs';

/** What specs of the server import, and most of its modules; not what few of them need. */
const packages = [
  '@nestjs/common',
  '@nestjs/common/constants.js',
  '@nestjs/common/enums/route-paramtypes.enum.js',
  '@nestjs/core',
  '@nestjs/jwt',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/platform-socket.io',
  '@nestjs/swagger',
  '@nestjs/websockets',
  '@opentelemetry/api',
  '@tus/server',
  'ajv/dist/2020.js',
  'bullmq',
  'express',
  'fast-check',
  'helmet',
  'ioredis',
  'mongoose',
  'nestjs-pino',
  'opossum',
  'pino',
  'pino-http',
  'prom-client',
  'rxjs',
  'socket.io',
  'socket.io-adapter',
  'socket.io-client',
  'socket.io-parser',
  'ulid',
  'ws',
  'zod/mini',
];

/** For jest: a package's name to its file in the bundle. */
export const serverPackages = mapped('server', packages);

/** For jest's `globalSetup`. */
export default function bundleServerPackages() {
  return bundlePackages('server', packages, {
    platform: 'node',
    // Nest and mongoose go by the names of classes.
    keepNames: true,
    target: 'node24',
    plugins: [onDisk()],
  });
}
