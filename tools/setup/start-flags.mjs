import { parseArgs } from 'node:util';

export const usage = `Usage: npm start -- [flags]

  --port N        port of the web app, REST and sockets (default 5000, or PORT)
  --host ADDRESS  address to listen on (default 127.0.0.1, this machine only)
  --data-dir DIR  where the embedded data is kept (default .parley)
  --open          open the browser when it is ready
  --help          this text

Further settings: .env.example`;

const options = {
  port: { type: 'string' },
  host: { type: 'string' },
  'data-dir': { type: 'string' },
  open: { type: 'boolean' },
  help: { type: 'boolean' },
};

/**
 * Reads the flags of `npm start`. Throws an `Error` in words for one that is unknown, lacks its
 * value, or stands behind `npm start` without `--`, where npm keeps it for itself.
 */
export function readFlags(args, environment = process.env) {
  for (const name of Object.keys(options)) {
    const kept = environment[`npm_config_${name.replaceAll('-', '_')}`];
    // npm has `--help` and a `port` of its own, but no value for these unless somebody gave one.
    if (kept && ['port', 'host', 'data-dir', 'open'].includes(name)) {
      throw new Error(`npm took --${name} for its own. Write: npm start -- --${name} …`);
    }
  }
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false });
    checkPort(values.port);
    return values;
  } catch (error) {
    // The words of `parseArgs` are right, but advise on how to pass positional arguments.
    throw new Error(`${error.message.split('. ')[0]}\n\n${usage}`);
  }
}

function checkPort(port) {
  if (port === undefined || (/^\d+$/.test(port) && Number(port) <= 65_535)) return;
  throw new Error(`--port: ${port} is not a port`);
}

/** The flags as the server's settings; they win over `.env`, being nearer to the hand. */
export function settingsOf({ port, host, 'data-dir': dataDir }) {
  return {
    ...(port === undefined ? {} : { PORT: port }),
    ...(host === undefined ? {} : { PARLEY_HOST: host }),
    ...(dataDir === undefined ? {} : { PARLEY_DATA_DIR: dataDir }),
  };
}
