/** Limits that a story about something else never meets, cheap password hashes, and a secret. */
export const wideLimits = {
  NODE_ENV: 'test',
  JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
  PARLEY_BCRYPT_COST: '4',
  PARLEY_SOCKET_BURST: '100000',
  PARLEY_SOCKET_RATE: '100000',
  PARLEY_CALLS_BURST: '100000',
  PARLEY_HTTP_BURST: '1000000',
  PARLEY_HTTP_RATE: '1000000',
} as const;
