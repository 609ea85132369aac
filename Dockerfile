# The API with the dashboard in it. Runs as a user without rights, on a read-only root file system; the data is a volume:
#   docker build -t opengov . && docker run --read-only --tmpfs /tmp -v opengov:/data -p 5080:8080 opengov
FROM node:22-slim AS dashboard
WORKDIR /src/web-client
COPY web-client/package.json web-client/package-lock.json web-client/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY docs/openapi /src/docs/openapi
COPY web-client ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS service
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY api/OpenGov.Api.csproj api/
RUN dotnet restore api
COPY datasets datasets
COPY api api
COPY web-client/src/tokens.css web-client/src/
COPY web-client/src/lib/map/tiles.json web-client/src/lib/map/
RUN dotnet publish api --configuration Release --no-restore --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=service /app ./
COPY --from=dashboard /src/web-client/build ./dashboard
RUN mkdir /data && chown app:app /data
ENV URLS=http://0.0.0.0:8080 \
    DATABASE__FOLDER=/data \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["dotnet", "OpenGov.Api.dll", "health", "http://127.0.0.1:8080/health/ready"]
USER app
ENTRYPOINT ["dotnet", "OpenGov.Api.dll"]
