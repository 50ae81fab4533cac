import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the worker's program is made of, as the meson files of its package (`worker`) say. */
export function sourcesOf(worker) {
  const libwebrtc = join(worker, 'deps/libwebrtc');
  return {
    program: [
      ...namesIn(join(worker, 'meson.build'), 'common_sources'),
      'src/DepLibWebRTC.cpp',
      'src/RTC/TransportCongestionControlClient.cpp',
      'src/RTC/TransportCongestionControlServer.cpp',
      'src/main.cpp',
    ].map((file) => join(worker, file)),
    webrtc: namesIn(join(libwebrtc, 'meson.build'), 'libwebrtc_sources').map((file) =>
      join(libwebrtc, file),
    ),
    schemas: namesIn(join(worker, 'fbs/meson.build'), 'flatbuffers_schemas').map((file) =>
      join(worker, 'fbs', file),
    ),
    includes: [join(worker, 'include'), libwebrtc, join(libwebrtc, 'libwebrtc')],
  };
}

export const weightOf = (file) => statSync(file).size;

/** The names in a list of a meson file. */
function namesIn(file, list) {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(`${list} = [`);
  if (from < 0) throw new Error(`there is no list ${list} in ${file}`);
  const names = text.slice(from, text.indexOf('\n]', from)).matchAll(/'([^']+)'/g);
  return [...names].map(([, name]) => name);
}
