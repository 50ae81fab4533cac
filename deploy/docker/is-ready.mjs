// The health check of a container: ends with 0 while the app in it should be given work.
const port = process.env.PORT ?? '5000';
try {
  const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(3000),
  });
  process.exitCode = status === 200 ? 0 : 1;
} catch {
  // Nobody listens, or nobody answers in time: not ready either way.
  process.exitCode = 1;
}
