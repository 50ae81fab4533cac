import { withFirstBitrate } from './first-bitrate';

const sdp = (...lines: string[]) => lines.map((line) => `${line}\r\n`).join('');

describe('withFirstBitrate', () => {
  it('says of each codec of pictures how it begins, and of nothing else', () => {
    const described = sdp(
      ...['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2'],
      ...['a=fmtp:111 minptime=10', 'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98'],
      ...['a=rtpmap:96 VP8/90000', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96'],
      ...['a=rtpmap:98 VP9/90000', 'a=fmtp:98 profile-id=0', 'm=application 9 webrtc-datachannel'],
    );
    expect(withFirstBitrate(described)).toBe(
      sdp(
        ...['v=0', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2'],
        ...['a=fmtp:111 minptime=10', 'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98'],
        ...['a=rtpmap:96 VP8/90000', 'a=fmtp:96 x-google-start-bitrate=800'],
        ...['a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96', 'a=rtpmap:98 VP9/90000'],
        'a=fmtp:98 profile-id=0;x-google-start-bitrate=800',
        'm=application 9 webrtc-datachannel',
      ),
    );
  });
});
