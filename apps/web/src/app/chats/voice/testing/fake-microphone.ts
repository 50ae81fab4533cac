import { DeviceProblem, type DeviceObstacle } from '@app/web-calls';
import type { OpenMicrophone } from '../microphone';

/** A microphone that opens when it is told, and tells what was done with it. */
export class FakeMicrophone {
  /** `open`, `pause`, `resume`, `end`, `drop`, in order. */
  readonly deeds: string[] = [];
  loudness = 0.1;
  content = new Blob(['voice'], { type: 'audio/webm;codecs=opus' });
  obstacle: DeviceObstacle | null = null;
  /** Until it is called nothing opens; null: it opens at once. */
  private gate: PromiseWithResolvers<null> | null = null;
  private whenBroken = (): void => undefined;

  readonly open = async (whenBroken: () => void): Promise<OpenMicrophone> => {
    this.deeds.push('open');
    this.whenBroken = whenBroken;
    await this.gate?.promise;
    if (this.obstacle) throw new DeviceProblem(this.obstacle);
    const noting = (deed: string) => (): void => {
      this.deeds.push(deed);
    };
    return {
      level: () => this.loudness,
      pause: noting('pause'),
      resume: noting('resume'),
      end: () => {
        this.deeds.push('end');
        whenBroken();
        return Promise.resolve(this.content);
      },
      drop: noting('drop'),
    };
  };

  /** The browser asks the person. Returns what answers. */
  ask(): () => void {
    this.gate = Promise.withResolvers<null>();
    return () => this.gate?.resolve(null);
  }

  unplug(): void {
    this.whenBroken();
  }
}
