/** What the libraries are imported by: a pattern of the name to the file, as seen from the root. */
export const ownModules = {
  '^@app/([^/]+)/(edge|testing|rpc)$': 'libs/$1/src/$2/index.ts',
  '^@app/platform/ports$': 'libs/platform/src/process/free-port.ts',
  '^@app/platform/embedded-mongo$': 'libs/platform/src/mongo/embedded/index.ts',
  '^@app/([^/]+)$': 'libs/$1/src/index.ts',
};
