# Une image pour la passerelle, les ouvriers et les partenaires du bac à sable ; la commande dit lequel.
# One image for the gateway, the workers and the sandbox partners; the command says which.
# Node 24 lit les sources TypeScript telles quelles. / Node 24 reads the TypeScript sources as they are.
FROM node:24.11.1-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Aucune dépendance n’a besoin de son script d’installation. / No dependency needs its install script.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# Le tableau, construit à part : rien de ce qui le construit n’est dans l’image. / The board, built apart: nothing that builds it is in the image.
FROM node:24.11.1-slim AS board
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY mappings/domain ./mappings/domain
COPY board ./board
RUN npx vite build --config board/vite.config.ts

FROM node:24.11.1-slim
ENV NODE_ENV=production
# Ce que la vérification de santé demande ; un autre service la pose autrement.
# What the health check asks for; another service sets it otherwise.
ENV HEALTH_URL=http://127.0.0.1:8080/readyz
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY profiles ./profiles
COPY mappings ./mappings
COPY gateway ./gateway
COPY --from=board /app/dist/board ./dist/board
COPY workers ./workers
COPY operate ./operate
COPY sandbox/access ./sandbox/access
COPY sandbox/definitions ./sandbox/definitions
COPY sandbox/partners ./sandbox/partners
# Où le serveur d’autorisation du bac à sable écrit ce qu’il donne. / Where the sandbox’s authorization server writes what it gives.
RUN install -d -o node /access /clients
# Les fichiers restent à root : le processus ne peut pas changer son propre code.
# The files stay root’s: the process cannot change its own code.
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s --retries=3 \
  CMD ["node", "--eval", "fetch(process.env.HEALTH_URL).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "gateway/main.ts"]
