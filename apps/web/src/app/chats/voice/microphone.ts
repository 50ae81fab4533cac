import { Injectable } from '@angular/core';
import { DeviceProblem, letGo, openDevices } from '@app/web-calls';
import { soundType } from './sound-type';

/** It records from the moment on in which it is handed over, until it is ended or dropped. */
export interface OpenMicrophone {
  /** How loud it is just now, 0 to 1: a root mean square. */
  level(): number;
  pause(): void;
  resume(): void;
  /** Lets go of the microphone; what was recorded, which is empty if nothing was. */
  end(): Promise<Blob>;
  /** Lets go of it, and of what was recorded. */
  drop(): void;
}

/** What speech needs: a quarter of an hour is five megabytes. */
const BITS_PER_SECOND = 48_000;

/** What has come so far is handed over this often: a crash of the recorder loses no more. */
const PIECE_MS = 1000;

/** The microphone of this device, asked for when it is opened and not before. */
@Injectable({ providedIn: 'root' })
export class Microphone {
  /** `whenBroken`: it was unplugged, or taken away. Rejects with `DeviceProblem`. */
  async open(whenBroken: () => void): Promise<OpenMicrophone> {
    const stream = await openStream();
    try {
      return new RunningRecorder(stream, whenBroken);
    } catch {
      // NotSupportedError, InvalidStateError: of a device or a type that was promised and is not.
      letGo(stream);
      throw new DeviceProblem('unsupported');
    }
  }
}

class RunningRecorder implements OpenMicrophone {
  private readonly recorder: MediaRecorder;
  private readonly meter = new AudioContext();
  private readonly analyser = this.meter.createAnalyser();
  private readonly samples = new Float32Array(this.analyser.fftSize);
  private readonly pieces: Blob[] = [];
  private readonly stopped = Promise.withResolvers<unknown>();

  constructor(
    private readonly stream: MediaStream,
    whenBroken: () => void,
  ) {
    const mimeType = soundType();
    const wish = { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType && { mimeType }) };
    this.recorder = new MediaRecorder(stream, wish);
    this.recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) this.pieces.push(data);
    });
    // Also where nobody has asked it to: its track has ended, or it has failed.
    this.recorder.addEventListener('stop', () => {
      this.stopped.resolve(null);
      whenBroken();
    });
    this.recorder.addEventListener('error', () => this.stop());
    this.meter.createMediaStreamSource(stream).connect(this.analyser);
    this.recorder.start(PIECE_MS);
  }

  level(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    const squares = this.samples.reduce((sum, sample) => sum + sample * sample, 0);
    return Math.sqrt(squares / this.samples.length);
  }

  pause(): void {
    if (this.recorder.state === 'recording') this.recorder.pause();
  }

  resume(): void {
    if (this.recorder.state === 'paused') this.recorder.resume();
  }

  async end(): Promise<Blob> {
    this.stop();
    await this.stopped.promise;
    return new Blob(this.pieces, { type: this.recorder.mimeType });
  }

  drop(): void {
    this.stop();
  }

  private stop(): void {
    if (this.recorder.state !== 'inactive') this.recorder.stop();
    letGo(this.stream);
    if (this.meter.state !== 'closed') void this.meter.close();
  }
}

async function openStream(): Promise<MediaStream> {
  if (!('MediaRecorder' in globalThis)) throw new DeviceProblem('unsupported');
  return openDevices({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
  });
}
