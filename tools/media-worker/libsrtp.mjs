import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { weightOf } from './sources.mjs';

/**
 * libsrtp 2 upon OpenSSL, from its unpacked source: units to compile, and where its headers are.
 * Debian's own binary is built upon NSS.
 */
export function libsrtpIn(source, folder) {
  const headers = join(folder, 'srtp');
  mkdirSync(join(headers, 'srtp2'), { recursive: true });
  for (const path of publicHeaders) {
    copyFileSync(join(source, path), join(headers, 'srtp2', basename(path)));
  }
  writeFileSync(join(headers, 'config.h'), settings());
  const flags = ['-DHAVE_CONFIG_H', `-I${headers}`];
  flags.push(`-I${join(source, 'include')}`, `-I${join(source, 'crypto/include')}`);
  const files = sources.map((path) => join(source, path)).filter((file) => existsSync(file));
  const units = files.map((file) => ({
    ...{ language: 'c', flags, file, files: [file] },
    object: join(headers, `${basename(file)}.o`),
    size: weightOf(file),
  }));
  return { units, headers };
}

const publicHeaders = [
  'include/srtp.h',
  'crypto/include/cipher.h',
  'crypto/include/auth.h',
  'crypto/include/crypto_types.h',
];

/** Those that a version lacks are passed over. */
const sources = [
  'srtp/srtp.c',
  'crypto/cipher/cipher.c',
  'crypto/cipher/cipher_test_cases.c',
  'crypto/cipher/null_cipher.c',
  'crypto/cipher/aes_icm_ossl.c',
  'crypto/cipher/aes_gcm_ossl.c',
  'crypto/hash/auth.c',
  'crypto/hash/auth_test_cases.c',
  'crypto/hash/null_auth.c',
  'crypto/hash/hmac_ossl.c',
  'crypto/kernel/alloc.c',
  'crypto/kernel/crypto_kernel.c',
  'crypto/kernel/err.c',
  'crypto/kernel/key.c',
  'crypto/math/datatypes.c',
  'crypto/replay/rdb.c',
  'crypto/replay/rdbx.c',
];

/** What its `configure` would find on any Linux. */
const has = [
  ...['ARPA_INET_H', 'BYTESWAP_H', 'INTTYPES_H', 'NETINET_IN_H', 'STDINT_H', 'STDLIB_H'],
  ...['SYS_SOCKET_H', 'SYS_TYPES_H', 'SYS_UIO_H', 'UNISTD_H', 'INET_ATON', 'INET_PTON'],
  ...['INT8_T', 'UINT8_T', 'INT16_T', 'UINT16_T', 'INT32_T', 'UINT32_T', 'UINT64_T'],
  ...['UNSIGNED_LONG', 'UNSIGNED_LONG_LONG', 'SIGACTION', 'USLEEP', 'SOCKET'],
];

function settings() {
  const defined = [
    ...has.map((name) => `HAVE_${name} 1`),
    ...['SIZEOF_UNSIGNED_LONG 8', 'SIZEOF_UNSIGNED_LONG_LONG 8'],
    ...['GCM 1', 'OPENSSL 1', 'USE_EXTERNAL_CRYPTO 1'],
    ...(process.arch === 'x64' ? ['CPU_CISC 1', 'HAVE_X86 1'] : ['CPU_RISC 1']),
    ...['PACKAGE_VERSION "2"', 'PACKAGE_STRING "libsrtp 2"'],
  ];
  return defined.map((words) => `#define ${words}\n`).join('');
}
