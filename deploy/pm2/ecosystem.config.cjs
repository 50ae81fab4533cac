/* global __dirname */
// Every service twice on one machine, by PM2, with MongoDB, Redis and nginx beside it:
//   npm ci && npm run build:server && npm run build:web && pm2 start deploy/pm2/ecosystem.config.cjs
// Secrets and addresses come from `.env`. For nginx, list the ports of the gateways: ../README.md.
const { resolve } = require('node:path');

const root = resolve(__dirname, '../..');

/** The first port of each; its second process takes the next one. */
const firstPorts = {
  gateway: 5000,
  auth: 5100,
  users: 5200,
  chat: 5300,
  files: 5400,
  calls: 5500,
  notifications: 5600,
};

/** Where gateways pass files on to. */
const files = [0, 1].map((n) => `http://127.0.0.1:${firstPorts.files + n}`).join();

module.exports = {
  apps: Object.entries(firstPorts).map(([app, port]) => ({
    name: app,
    cwd: root,
    script: `dist/apps/${app}/src/main.js`,
    // The Node of the lock.
    interpreter: resolve(root, 'node_modules/.bin/node'),
    interpreter_args: '--enable-source-maps',
    // Not PM2's cluster mode: it shares one port, and a worker that drains would still be given
    // connections. Two processes on two ports are what nginx takes turns with.
    exec_mode: 'fork',
    instances: 2,
    increment_var: 'PORT',
    env: { NODE_ENV: 'production', PORT: port, PARLEY_TRUST_PROXY: 1, PARLEY_FILES_URL: files },
    // A process that is told to stop drains for up to 10 s, and ends by itself.
    kill_timeout: 12_000,
    exp_backoff_restart_delay: 200,
    max_memory_restart: '1G',
    // One JSON object a line; PM2 adds nothing to it.
    merge_logs: true,
    time: false,
  })),
};
