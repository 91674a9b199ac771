# syntax=docker/dockerfile:1
# Two images from one file:
#   docker build --target cpu  -t vqganbot:cpu  .     Debian's libtorch, paints on the CPU
#   docker build --target cuda -t vqganbot:cuda .     PyTorch's own libtorch with CUDA
# Both run as a user without rights, keep everything in /data, and say by HEALTHCHECK whether they work.

ARG DOTNET=10.0
ARG PYTORCH=2.7.1-cuda12.8-cudnn9-runtime

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS dotnet

# ---- CPU -------------------------------------------------------------------------------------------------------------
FROM debian:bookworm-slim AS cpu-build
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates libtorch-dev libopenblas0-pthread libvips-dev g++ cmake make pkg-config && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
ENV PATH="/usr/share/dotnet:$PATH" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
COPY . .
RUN dotnet publish src/VqganBot -c Release -o /app --nologo

FROM debian:bookworm-slim AS cpu
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates curl ffmpeg libtorch1.13 libopenblas0-pthread libvips42 libsqlite3-0 libssl3 tini && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin vqganbot && install -d -o 10001 -g 10001 /data
COPY --from=dotnet /usr/share/dotnet/host /usr/share/dotnet/host
COPY --from=dotnet /usr/share/dotnet/shared /usr/share/dotnet/shared
COPY --from=dotnet /usr/share/dotnet/dotnet /usr/share/dotnet/dotnet
COPY --from=cpu-build /app /app
# Threads that wait sleep instead of spinning: two pools of them share the cores.
ENV PATH="/usr/share/dotnet:$PATH" DOTNET_TieredPGO=0 OMP_WAIT_POLICY=passive VIPS_WARNING=1 \
    VQGANBOT_DATA=/data VQGANBOT_MODELS=/data/models VQGANBOT_HTTP=http://127.0.0.1:8090 VQGANBOT_LOG=json
USER 10001
VOLUME /data
WORKDIR /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["curl", "-fsS", "http://127.0.0.1:8090/health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["tini", "--", "dotnet", "/app/VqganBot.dll"]
CMD ["run"]

# ---- CUDA ------------------------------------------------------------------------------------------------------------
FROM pytorch/pytorch:${PYTORCH} AS cuda-build
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates libvips-dev g++ cmake make pkg-config && rm -rf /var/lib/apt/lists/*
COPY --from=dotnet /usr/share/dotnet /usr/share/dotnet
ENV PATH="/usr/share/dotnet:$PATH" DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source
COPY . .
# The shim is built against the very libraries it will run on.
RUN export LIBTORCH=$(python3 -c 'import torch; print(torch.__path__[0])') \
    && ln -s "$LIBTORCH" /opt/torch && LIBTORCH=/opt/torch dotnet publish src/VqganBot -c Release -o /app --nologo

FROM pytorch/pytorch:${PYTORCH} AS cuda
RUN apt-get update && apt-get install -y --no-install-recommends \
      ca-certificates curl ffmpeg libvips42 libsqlite3-0 libssl3 tini && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin vqganbot && install -d -o 10001 -g 10001 /data \
    && ln -s "$(python3 -c 'import torch; print(torch.__path__[0])')" /opt/torch
COPY --from=dotnet /usr/share/dotnet/host /usr/share/dotnet/host
COPY --from=dotnet /usr/share/dotnet/shared /usr/share/dotnet/shared
COPY --from=dotnet /usr/share/dotnet/dotnet /usr/share/dotnet/dotnet
COPY --from=cuda-build /app /app
ENV PATH="/usr/share/dotnet:$PATH" LIBTORCH=/opt/torch DOTNET_TieredPGO=0 OMP_WAIT_POLICY=passive VIPS_WARNING=1 \
    VQGANBOT_DATA=/data VQGANBOT_MODELS=/data/models VQGANBOT_HTTP=http://127.0.0.1:8090 VQGANBOT_LOG=json
USER 10001
VOLUME /data
WORKDIR /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["curl", "-fsS", "http://127.0.0.1:8090/health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["tini", "--", "dotnet", "/app/VqganBot.dll"]
CMD ["run"]
