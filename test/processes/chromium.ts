/**
 * Debian's Chromium without a browser's windows, which nobody sees here, and quiet: no updates, no
 * reports, nothing that asks another host. Not by its script, which would outlive it.
 */
export const chromiumLaunch = {
  executablePath: '/usr/lib/chromium/chromium-headless-shell',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
