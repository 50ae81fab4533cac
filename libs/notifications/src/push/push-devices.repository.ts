import { createHash } from 'node:crypto';
import type { PushDevice, SessionId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** Devices of one person that are pushed to, the newest. */
export const maxDevices = 10;

/** A device that is pushed to. */
export interface KnownDevice extends PushDevice {
  readonly id: string;
  readonly userId: UserId;
  /** What was tried for an hour it has not taken, and nothing since. */
  readonly isSilent: boolean;
}

/** `_id`: a hash of the endpoint, which is long, and a secret of a kind. */
interface DeviceDocument extends PushDevice {
  _id: string;
  userId: UserId;
  sessionId: SessionId;
  createdAt: Date;
  silentSince?: Date;
}

const text = { type: String, required: true };

const deviceSchema = new Schema<DeviceDocument>({
  _id: text,
  userId: text,
  sessionId: text,
  endpoint: text,
  keys: { _id: false, type: new Schema({ p256dh: text, auth: text }, { _id: false }) },
  createdAt: { type: Date, required: true },
  silentSince: Date,
})
  .index({ userId: 1 }, { name: 'push_device_user' })
  .index({ sessionId: 1 }, { name: 'push_device_session' });

const idOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('base64url');

/** Where pushes go: `push_devices`. */
@Injectable()
export class PushDevicesRepository {
  readonly #devices: Model<DeviceDocument>;

  constructor(database: Database) {
    this.#devices = database.model<DeviceDocument>('push_devices', deviceSchema);
  }

  /** A browser has one owner: who signs in there now. */
  async put(
    { userId, sessionId }: { readonly userId: UserId; readonly sessionId: SessionId },
    { endpoint, keys }: PushDevice,
    at: Date,
  ): Promise<void> {
    const $set = { userId, sessionId, endpoint, keys, createdAt: at };
    const update = { $set, $unset: { silentSince: 1 } };
    await this.#devices.updateOne({ _id: idOf(endpoint) }, update, { upsert: true });
    const all = await this.#devices.find({ userId }, { createdAt: 1 }).lean<DeviceDocument[]>();
    const old = all.toSorted((a, b) => +b.createdAt - +a.createdAt).slice(maxDevices);
    const ids = old.map(({ _id }) => _id);
    if (ids.length > 0) await this.#devices.deleteMany({ _id: { $in: ids } });
  }

  async remove(userId: UserId, endpoint: string): Promise<void> {
    await this.#devices.deleteOne({ _id: idOf(endpoint), userId });
  }

  async removeById(id: string): Promise<void> {
    await this.#devices.deleteOne({ _id: id });
  }

  /** Again is harmless: it is silent since the first time. */
  async noteSilence(id: string, at: Date): Promise<void> {
    const filter = { _id: id, silentSince: { $exists: false } };
    await this.#devices.updateOne(filter, { $set: { silentSince: at } });
  }

  async endSilence(id: string): Promise<void> {
    await this.#devices.updateOne({ _id: id }, { $unset: { silentSince: 1 } });
  }

  /** False where it is not silent for as long as that. */
  async removeSilent(id: string, since: Date): Promise<boolean> {
    const filter = { _id: id, silentSince: { $lte: since } };
    return (await this.#devices.deleteOne(filter)).deletedCount > 0;
  }

  async removeOf(sessionIds: readonly SessionId[]): Promise<void> {
    await this.#devices.deleteMany({ sessionId: { $in: [...sessionIds] } });
  }

  async removeAllOf(userId: UserId): Promise<void> {
    await this.#devices.deleteMany({ userId });
  }

  async find(id: string): Promise<KnownDevice | undefined> {
    const found = await this.#devices.findById(id).lean<DeviceDocument>();
    return found ? toDevice(found) : undefined;
  }

  async of(userId: UserId): Promise<KnownDevice[]> {
    return (await this.#devices.find({ userId }).lean<DeviceDocument[]>()).map(toDevice);
  }

  /** Who has one, at most so many people; read a part at a time. */
  async owners(limit: number): Promise<UserId[]> {
    const owners = new Set<UserId>();
    const devices = this.#devices.find({}, { userId: 1 }).lean<DeviceDocument>();
    for await (const { userId } of devices.cursor({ batchSize: 1000 })) {
      owners.add(userId);
      if (owners.size === limit) break;
    }
    return [...owners];
  }

  /** Those of some people who have one. */
  async ownersAmong(userIds: readonly UserId[]): Promise<UserId[]> {
    const found = await this.#devices
      .find({ userId: { $in: [...userIds] } }, { userId: 1 })
      .lean<DeviceDocument[]>();
    return [...new Set(found.map(({ userId }) => userId))];
  }
}

const toDevice = ({ _id, silentSince, ...rest }: DeviceDocument): KnownDevice => ({
  id: _id,
  userId: rest.userId,
  endpoint: rest.endpoint,
  keys: rest.keys,
  isSilent: silentSince !== undefined,
});
