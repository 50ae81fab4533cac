// A server that speaks S3, for tests: `run-s3.mjs <folder> <port> <bucket>`, on loopback.
import S3rver from '@20minutes/s3rver';
import v4 from '@20minutes/s3rver/lib/signature/v4.js';

const [directory, port, bucket] = process.argv.slice(2);

// It signs the path of a bucket without the slash with which the SDK asks for it.
const { getStringToSign } = v4;
v4.getStringToSign = (request, ...more) => {
  const uri = request.uri === `/${bucket}` ? `/${bucket}/` : request.uri;
  return getStringToSign({ ...request, uri }, ...more);
};

const server = new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  directory,
  silent: true,
  configureBuckets: [{ name: bucket }],
});
console.log(`Ready on ${(await server.run()).port}`);
