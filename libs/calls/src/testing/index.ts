export { leaseMs } from '../call/call-rules.js';
export { findWorker } from '../media/find-worker.js';
export { DtlsIdentity } from '../media/testing/ends/dtls-end.js';
export { MediaEnd } from '../media/testing/ends/media-end.js';
export { payloadOf, RtpStream } from '../media/testing/ends/rtp-stream.js';
export { opus } from '../media/testing/rtp-samples.js';
export { caller } from './calls-bench.js';
export { PaperCalls } from './paper-calls.js';
