/**
 * What one player plays, whose track can be another one while it does: a player that is given
 * another stream begins anew, and is black or silent for a moment.
 */
export class Reel {
  private stream: MediaStream | undefined;

  /** The same stream each time, with this track and no other. */
  with(track: MediaStreamTrack): MediaStream {
    const stream = (this.stream ??= new MediaStream());
    if (!stream.getTracks().includes(track)) stream.addTrack(track);
    for (const other of stream.getTracks()) if (other !== track) stream.removeTrack(other);
    return stream;
  }
}
