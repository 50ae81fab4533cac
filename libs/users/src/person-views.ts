import { userRoom, watchRoom, type Account, type Profile, type User } from '@app/contracts';
import { EventBus, PresenceStore, RealtimePublisher } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { toAccount, toProfile, toUser, type Person } from './person.js';

/** People as others see them, with whether they are here; and who is told when that changes. */
@Injectable()
export class PersonViews {
  constructor(
    private readonly presence: PresenceStore,
    private readonly eventBus: EventBus,
    private readonly publisher: RealtimePublisher,
  ) {}

  async profileOf(person: Person): Promise<Profile> {
    const [presence] = await this.presence.statusOf([person.id]);
    return toProfile(person, presence!);
  }

  async userOf(person: Person): Promise<User> {
    const [user] = await this.usersOf([person]);
    return user!;
  }

  async usersOf(people: readonly Person[]): Promise<User[]> {
    const presences = await this.presence.statusOf(people.map(({ id }) => id));
    return people.map((person, index) => toUser(person, presences[index]!));
  }

  async accountsOf(people: readonly Person[]): Promise<Account[]> {
    const presences = await this.presence.statusOf(people.map(({ id }) => id));
    return people.map((person, index) => toAccount(person, presences[index]!));
  }

  /** Tells other modules of somebody who was not there before. */
  async tellNew(person: Person): Promise<void> {
    void this.eventBus.publish('user.created', await this.userOf(person));
  }

  /** Tells who watches them, their own devices, and other modules. */
  async tell(person: Person): Promise<void> {
    const user = await this.userOf(person);
    // Who watches themselves hears it once, as one of their own devices.
    const except = userRoom(person.id);
    this.publisher.publish(watchRoom(person.id), 'user_updated', user, { except });
    this.publisher.publish(userRoom(person.id), 'user_updated', user);
    void this.eventBus.publish('user.updated', user);
  }
}
