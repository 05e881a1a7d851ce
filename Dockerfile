# The service in a container: built with every tool, run with none. Nothing but /data is ever written (and /keys, by the command that makes a key).
FROM node:20-bookworm-slim AS build
# The SQLite driver is compiled where no ready-made one can be had.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
COPY server/package.json server/
COPY admin/package.json admin/
# The installation compiles the driver by a script of ours.
COPY server/bin server/bin
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN groupadd --gid 10001 copydesk && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin copydesk \
    && mkdir /data /keys && chown 10001:10001 /data /keys
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/server/package.json ./server/
COPY --from=build /app/server/dist ./server/dist
COPY --from=build /app/admin/dist ./admin/dist
COPY --from=build /app/seeds ./seeds
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:3000/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No npm in between: the signal to stop reaches the service.
CMD ["node", "server/dist/main.js", "serve"]
